import { hydrate, render } from 'solid-js/web';
import { App } from './App.js';

const place = document.getElementById('app')!;
if (place.firstElementChild) hydrate(() => <App />, place);
else render(() => <App />, place);
