import { hydrate, render } from 'preact';
import { Maker } from '../react-18/Maker.js';
import { App } from './App.js';

const place = document.getElementById('app')!;
// What a server rendered takes objects by a ref, as in React 18, whose code this is; with `?properties` the form that does not.
const hydrated = location.search.includes('properties') ? <App /> : <App maker={Maker} />;
if (place.firstElementChild) hydrate(hydrated, place);
else render(<App />, place);
