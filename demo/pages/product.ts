// The product page: sample pictures for the widget, and the panel that shows both sides of what it does.
import { find } from './make.js';
import { startPanel } from './panel/panel.js';
import { offerWays } from './panel/way.js';
import { offerSamples } from './samples.js';

const widget = find<HTMLElementTagNameMap['pattern-generator']>('pattern-generator');
offerSamples(widget);
offerWays(widget);
startPanel();
