/** What is read while somebody works on a pattern. */
export const craft = {
  craftKeys:
    'Arrow keys walk over the chart, with Shift by ten. Space marks a stitch as done, R its run, L its row; Enter goes there; + − 0 zoom.',
  craftMarked: 'done',
  craftLeft: '{left} of {count} left',
  craftShare: 'How much is done',
  craftDone: '✓ Done',
  craftLineDone: '✓ Whole row',
  craftUndo: 'Undo',
  craftPen: 'Mark on the chart',
  craftAloud: 'Read aloud',
  craftFull: 'Full screen',
  craftLeave: 'Leave full screen',
};
