import { html, nothing, render } from 'lit';
import type { Lit } from './files.js';

export const lit: Lit = { html, nothing, render };
