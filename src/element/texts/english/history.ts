/** What is read with the kept designs. */
export const history = {
  history: 'Your recent patterns',
  historyShow: 'Show {name} again',
  historyRemove: 'Remove {name}',
};
