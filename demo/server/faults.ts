/** A failure ordered through the control API for the next requests. */
export interface Fault {
  /** how many more requests it hits */
  next: number;
  status?: number;
  headers: Record<string, string>;
  body?: unknown;
  /** part of the path it is for */
  path?: string;
  method?: string;
  /** cut the connection instead of answering */
  drop: boolean;
  /** let the request do its work, and cost its use, before it fails */
  after: boolean;
  /** false: without CORS headers, as a gateway in front of the API would answer */
  cors: boolean;
}

export class Faults {
  private pending: Fault[] = [];

  add(fault: Fault): void {
    this.pending.push(fault);
  }

  /** The first one that fits, which then has one hit less. */
  take(method: string, path: string): Fault | undefined {
    const fits = (fault: Fault) => (!fault.path || path.includes(fault.path)) && (!fault.method || fault.method === method);
    const fault = this.pending.find(fits);
    if (fault && --fault.next <= 0) this.pending = this.pending.filter((other) => other !== fault);
    return fault;
  }

  list(): Fault[] {
    return this.pending;
  }

  clear(): void {
    this.pending = [];
  }
}
