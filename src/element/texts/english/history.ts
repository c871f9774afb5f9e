/** What is read with the kept designs. */
export const history = {
  history: 'Your recent patterns',
  historyShow: 'Show {name} again',
  historyRemove: 'Remove {name}',
  historyGone: 'Removed: {name}',
  historyOwed: 'Not deleted yet, because this browser refused: {name}. After a reload it may be here again.',
  historyUndo: 'Undo',
  historyRename: 'Rename {name}',
  historyName: 'Your name for it',
  historyCompare: 'Compare',
  historyChoose: 'Choose two patterns',
  historyDone: 'Done',
  historyMade: 'Made',
  historyClose: 'Close',
  notKept: 'This browser stores nothing just now. It stays as long as this page is open.',
};
