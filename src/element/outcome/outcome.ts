import { outcome as english } from '../texts/english/outcome.js';
import type { View } from '../views/view.js';
import { actionsView } from './actions.js';
import { errorText as textOf } from './error-text.js';
import { contactView, messageView } from './message.js';
import { resultView } from './result.js';
import { usageView } from './usage.js';

// What is seen and said from the first press on. It comes with the file that makes patterns: without that nothing is pressed.
export { attach } from './attach.js';
export { save } from './save.js';

export type Outcome = typeof import('./outcome.js');

/** The visitor's sentence for an error; its code where there is nothing to say. */
export const errorText = ((error, strings, ...more) =>
  textOf(error, { ...english, ...strings }, ...more) || error.code) satisfies typeof textOf;

/** What the widget puts into its places. */
export function outcomeView(widget: View) {
  const view = { ...widget, strings: { ...english, ...widget.strings } };
  return {
    message: messageView(view),
    contact: contactView(view),
    actions: actionsView(view),
    result: resultView(view),
    usage: usageView(view),
  };
}
