/**
 * A press on Generate reaches it also when it moves under the pointer: whoever types a size and presses at once leaves the field by
 * that, and a warning that comes or goes moves the button away between the finger's two halves. Letting go elsewhere still takes it back.
 */
export function holdPress(host: HTMLElement): void {
  host.addEventListener('pointerdown', (down) => {
    const path = down.composedPath() as HTMLElement[];
    const button = path.find((node) => node.part?.contains('generate-button'));
    // A page's script may play a press with a pointer that there is not.
    if (!button || down.button || !down.isTrusted) return;
    const { left, right, top, bottom } = button.getBoundingClientRect();
    const { pointerId } = down;
    button.setPointerCapture(pointerId);
    const leave = ({ clientX, clientY }: PointerEvent) =>
      (clientX < left || clientX > right || clientY < top || clientY > bottom) &&
      button.hasPointerCapture(pointerId) &&
      button.releasePointerCapture(pointerId);
    button.addEventListener('pointermove', leave);
    button.addEventListener('lostpointercapture', () => button.removeEventListener('pointermove', leave), { once: true });
  });
}
