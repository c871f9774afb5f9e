import type { FakeClock } from '../support/simulation.js';
import { designOf } from './month.picture.js';

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const failed = (status: number, code: string) => json({ error: true, code, message: code, docs: 'x' }, status);

/** Of a thousand pattern requests so many fail before they count, fail after it, or are never heard of again though they count. */
const FAULTS = { before: 10, after: 4, lost: 4 };

/** A vendor with so many uses a month, who takes 4 to 15 seconds, and has bad moments. */
export class MonthlyVendor {
  used = 0;
  /** Answers that were counted and did not arrive. */
  lost = 0;
  /** How often each design was counted. */
  paid = new Map<number, number>();

  constructor(
    private clock: FakeClock,
    private random: () => number,
    private limit: number,
  ) {}

  fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const path = new URL(input as string).pathname;
    if (path.endsWith('/usage')) return json(this.#usage());
    if (!path.endsWith('/generate')) return failed(404, 'NOT_FOUND');
    const answer = this.#generate(init.body as string);
    const { signal } = init;
    return Promise.race([
      answer,
      new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
    ]);
  };

  #usage = () => ({
    api_key: 'px_...month1',
    plan: 'business',
    period: '2026-11',
    calls_used: this.used,
    calls_limit: this.limit,
    calls_remaining: this.limit - this.used,
    reset_date: '2026-12-01',
    daily_breakdown: [],
  });

  async #generate(body: string): Promise<Response> {
    const luck = this.random() * 1000;
    if (luck < FAULTS.before) return failed(500, 'PROCESSING_ERROR');
    await this.clock.sleep(4000 + 11_000 * this.random());
    if (this.used >= this.limit) return failed(429, 'RATE_LIMIT_EXCEEDED');
    const design = designOf((JSON.parse(body) as { image: string }).image);
    this.used++;
    this.paid.set(design, (this.paid.get(design) ?? 0) + 1);
    if (luck < FAULTS.before + FAULTS.after + FAULTS.lost) {
      this.lost++;
      if (luck < FAULTS.before + FAULTS.after) return failed(502, 'BAD_GATEWAY');
      throw new TypeError('fetch failed');
    }
    return json({
      success: true,
      niche: 'mosaic',
      dimensions: { cols: 1, rows: 1, total_units: 1 },
      materials: [{ id: '1', name: 'Red', hex: '#ff0000', quantity: 1, percentage: 100 }],
      assembly_guide: [{ step: 1, direction: 'row', runs: [{ color: 'Red', hex: '#ff0000', count: 1 }] }],
      difficulty: 'easy',
      usage: this.#usage(),
    });
  }
}
