/** What is read with the kept designs. */
export const history = {
  history: 'Your recent patterns',
  historyShow: 'Show {name} again',
  historyRemove: 'Remove {name}',
  historyGone: 'Removed: {name}',
  historyOwed: 'Not deleted yet, because this browser refused: {name}. After a reload it may be here again.',
  historyUndo: 'Undo',
};
