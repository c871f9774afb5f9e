/**
 * What a drag or a paste offers to an element. A paste belongs to the widget with the focus, or to an empty one when
 * nothing has it.
 */
export function offeredPicture(event: Event, element: Element, empty: boolean): { file?: File; over: boolean } {
  const { type, target, dataTransfer, clipboardData } = event as DragEvent & ClipboardEvent;
  const data = dataTransfer ?? clipboardData;
  const meant = event.composedPath().includes(element) || (target === document.body && empty);
  const offered = !event.defaultPrevented && meant && data?.types.includes('Files');
  const over = !!offered && type === 'dragover';
  // Files can be counted only once they are dropped.
  const file = offered ? data!.files[0] : undefined;
  if (file || over) event.preventDefault();
  return { file, over };
}
