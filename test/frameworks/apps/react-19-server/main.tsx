import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Maker } from '../react-19/Maker.js';
import { App } from './App.js';

// With `?properties` the one that is right only where no server renders.
hydrateRoot(
  document.getElementById('app')!,
  <StrictMode>{location.search.includes('properties') ? <App maker={Maker} /> : <App />}</StrictMode>,
);
