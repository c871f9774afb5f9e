import { renderToString } from 'preact-render-to-string';
import { Maker } from '../react-18/Maker.js';
import { App } from './App.js';

export const render = () => renderToString(<App maker={Maker} />);
