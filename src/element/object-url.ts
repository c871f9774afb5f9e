/** The address of one blob at a time; the old one is given back when another takes its place. */
export class ObjectUrl {
  #blob?: Blob;
  #url?: string;
  of(blob?: Blob): string | undefined {
    if (blob !== this.#blob) {
      if (this.#url) URL.revokeObjectURL(this.#url);
      this.#blob = blob;
      this.#url = blob && URL.createObjectURL(blob);
    }
    return this.#url;
  }
}
