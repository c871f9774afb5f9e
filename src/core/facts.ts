/** Small things that must survive a reload and be the same in all tabs of the origin. Neither call ever rejects. */
export interface Facts {
  get<T>(key: string): Promise<T | undefined>;
  /** Atomic over all tabs; `undefined` deletes. Resolves with the new value. `change` must be pure, for it may run again. */
  update<T>(key: string, change: (old: T | undefined) => T | undefined): Promise<T | undefined>;
}
