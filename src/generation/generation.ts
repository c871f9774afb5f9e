import { OWNER_MUST_ACT, PatternError, toPatternError } from '../core/pattern-error.js';
import type { Step } from '../flight/plan.js';
import type { Choice, PatternResult } from '../providers/provider.js';
import type { Closed, Quota } from '../quota/ledger.js';
import { Button, type Made } from './button.js';
import { cellOf } from './cell.js';
import { ChosenPicture } from './chosen-picture.js';
import type { Host } from './host.js';
import { Line } from './line.js';
import type { Design, Download } from './making.js';
import type { PictureSource } from './picture.js';
import { next, type Happening, type State } from './states.js';
import { Strip } from './strip.js';
import { openKit, type Kit } from './workshop.js';

/** Errors after which nothing can be made for a while. */
const USED_UP: ReadonlySet<string> = new Set(['quota-exhausted', 'credits-exhausted']);

/** From a picture to its pattern and back: the state machine behind one widget. */
export class Generation {
  state: State = 'empty';
  result?: PatternResult;
  /** Size of one of its cells, in centimetres. */
  cell?: { width: number; height: number };
  error?: PatternError;
  /** While waiting: when it goes on (epoch ms). */
  goesOn?: number;
  /** While working: what is being done. */
  step?: Step;
  /** What is shown. */
  made?: Made;
  readonly strip: Strip;
  readonly picture: ChosenPicture;
  readonly #host: Host;
  readonly #line: Line;
  readonly #button: Button;

  constructor(host: Host) {
    this.#host = host;
    this.strip = new Strip(host, () => this.chosen());
    this.picture = new ChosenPicture(host);
    this.#line = new Line(host, {
      told: () => {
        if (!this.#button.pressed) this.#happens('learnt');
        void this.chosen();
      },
      connected: () => {
        // Whatever was wrong with the configuration has been put right.
        if (OWNER_MUST_ACT.has(this.error?.code)) this.#happens('rest');
        void this.strip.watch().catch(() => {}); // Without the second file there is nothing to list.
      },
      failed: (error) => this.#fail(error),
    });
    this.#button = new Button(host, {
      design: () => this.#design(),
      allows: ({ parameters }) => host.before(this.source!, parameters),
      begins: () => {
        this.step = 'preparing';
        this.picture.answer();
        this.#happens('press');
      },
      waits: (until) => {
        this.goesOn = until;
        this.#happens(until ? 'limit' : 'goOn');
      },
      steps: (step) => {
        this.step = step;
        host.changed();
      },
      kept: () => void this.strip.relist().catch(() => {}),
      shows: (made, result) => this.#show(made, result),
      ends: (error) => (error.code === 'cancelled' ? this.#happens('cancel') : this.#fail(error)),
    });
  }

  get source(): PictureSource | undefined {
    return this.picture.source;
  }
  get blank(): boolean {
    return this.picture.blank;
  }
  get quota(): Quota {
    return this.#line.quota;
  }
  /** Why nothing new can be made for longer than anybody waits. */
  get closed(): Closed | undefined {
    return this.#line.closed;
  }
  get choices(): Choice[] | undefined {
    return this.#line.choices;
  }

  connect = (): Promise<void> => this.#line.connect();
  disconnect(): void {
    this.#line.disconnect();
    this.strip.unwatch();
  }
  refreshQuota(): Promise<Quota> {
    return this.#line.refresh().catch((error) => {
      throw this.#tell(error);
    });
  }

  /** Shows a kept design again; costs nothing. */
  async recall(key: string): Promise<void> {
    const { designs, making } = await openKit(this.#host);
    const made = await designs.recall(key);
    if (!made) return this.strip.relist();
    this.cancel();
    this.#show(made, making.toResult(made.outcome.entry, made.design));
  }

  /** The picture or a parameter changed: is this design kept already? Only worth asking when nothing else can be had. */
  chosen(): Promise<void> {
    const worth = this.state === 'exhausted' && this.picture.opening;
    return this.strip.look(worth ? this.#design().then(({ key }) => key) : undefined);
  }

  setPicture(source?: PictureSource | null): Promise<void> {
    this.cancel();
    this.made = this.result = undefined;
    this.picture.take(source);
    this.#happens('rest');
    // So that nobody tunes a design for a month that is over.
    if (source) void this.#line.ask();
    return this.picture.look().then(
      () => this.chosen(),
      (error) => this.#fail(error),
    );
  }

  /** The later files' tools, and what the page wants of them now. */
  kit = (): Promise<Kit> => openKit(this.#host);

  async #design(): Promise<Design> {
    const { making, page, settings } = await openKit(this.#host);
    const picture = await this.picture.opening;
    if (!picture) throw new PatternError('image-invalid');
    return making.design(page, settings, picture, this.choices);
  }

  generate = (): Promise<PatternResult> => this.#button.press();
  cancel(): void {
    if (this.#button.cancel()) this.#happens('cancel');
  }
  /** Whoever waits for what somebody else may be making wants it made now, knowing that it may count twice. */
  insist = (): Promise<void> => this.#button.insist();

  async pdf(): Promise<Download> {
    const made = this.made;
    this.error = undefined;
    try {
      if (!made) throw new PatternError('misconfigured', { cause: 'There is no pattern yet' });
      const { making, page } = await openKit(this.#host);
      return await making.fetchDownload(page, made.outcome.entry, made.design, new AbortController().signal);
    } catch (error) {
      // The pattern stays; what is wrong with its download is said above it.
      throw (this.error = this.#tell(error));
    }
  }

  /** Back to the picture: keeps it, drops the result. */
  again(): void {
    this.cancel();
    this.result = this.made = undefined;
    this.#happens('rest');
    void this.chosen();
  }

  reset = (): void => void this.setPicture();

  #show(made: Made, result: PatternResult): void {
    this.made = made;
    this.result = result;
    this.cell = cellOf(made.design, this.choices);
    this.#happens('shown');
    this.#host.result(result, made.outcome.fromCache);
  }

  #happens(happening: Happening, error?: PatternError): void {
    const previous = this.state;
    this.state = next(previous, happening, { heldBack: !!this.closed, picture: !!this.picture.opening });
    // What was wrong before is not said any longer than it is true.
    if (happening !== 'learnt' || this.state !== previous) this.error = error;
    this.#host.changed(previous);
  }

  #tell(cause: unknown): PatternError {
    const error = toPatternError(cause);
    this.#host.error(error);
    return error;
  }

  #fail(cause: unknown): void {
    const error = toPatternError(cause);
    const far = error.code === 'rate-limited' && !!this.closed;
    this.#happens(far || USED_UP.has(error.code) ? 'usedUp' : 'failed', error);
    this.#host.error(error);
  }
}
