import { craft } from '../english/craft.js';
import { history } from '../english/history.js';
import { outcome } from '../english/outcome.js';
import { shell } from '../english/shell.js';
import { studio } from '../english/studio.js';
import { viewer } from '../english/viewer.js';

/** All that can be read in English, which every other language says too. */
export const en = { ...shell, ...outcome, ...viewer, ...craft, ...history, ...studio };
