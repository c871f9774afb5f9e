/** What is wrong with a number, beside the widget's own fields and in the studio. */
export const field = { 'field-range': 'Please enter {min} to {max}.' };
