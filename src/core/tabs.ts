/** Word to the other tabs of the origin; nothing is kept for those that come later. */
export interface Tabs {
  post(message: unknown): void;
  /** Never throws. Call what it returns to stop listening. */
  listen(fn: (message: unknown) => void): () => void;
}
