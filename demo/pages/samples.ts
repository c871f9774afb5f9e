/** The sample pictures: given to the widget as files, just as a visitor's own picture would be. */
export function offerSamples(widget: HTMLElementTagNameMap['pattern-generator']): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-picture]'))
    button.addEventListener('click', async () => {
      widget.image = await (await fetch(button.dataset.picture!)).blob();
      widget.scrollIntoView({
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
        block: 'nearest',
      });
    });
}
