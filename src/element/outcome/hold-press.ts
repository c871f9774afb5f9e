/**
 * A press on Generate reaches it also when it moves under the pointer: whoever types a size and presses at once leaves the field by
 * that, and a warning that comes or goes moves the button away between the finger's two halves. Letting go elsewhere still takes it back.
 */
export function holdPress(host: HTMLElement): void {
  host.addEventListener('pointerdown', (down) => {
    const button = down.composedPath().find((node) => (node as Element).part?.contains('generate-button')) as Element | undefined;
    if (!button || down.button) return;
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const { pointerId } = down;
    button.setPointerCapture(pointerId);
    const leave = ({ clientX, clientY }: PointerEvent) =>
      (clientX < left || clientX > right || clientY < top || clientY > bottom) &&
      button.hasPointerCapture(pointerId) &&
      button.releasePointerCapture(pointerId);
    const move = leave as EventListener;
    button.addEventListener('pointermove', move);
    button.addEventListener('lostpointercapture', () => button.removeEventListener('pointermove', move), { once: true });
  });
}
