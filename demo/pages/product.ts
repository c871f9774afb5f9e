// The product page: sample pictures for the widget, and the panel of what the API sees.
import { startPanel } from './panel/panel.js';
import { offerSamples } from './samples.js';

offerSamples(document.querySelector('pattern-generator')!);
startPanel();
