import { LitElement } from 'lit';
import type { Adjustments } from '../studio/input.js';
import { ATTRIBUTES, type Attribute, type AttributeValues } from './attributes.js';
import { kebab } from './kebab.js';
import type { Strings } from './texts/strings.js';

const secret = { attribute: false };
/** Frameworks write the same object anew at every render: that is no change. */
const different = (now: unknown, old: unknown) => JSON.stringify(now) !== JSON.stringify(old);
/** As an object or, from frameworks that know only text, as JSON. */
const json: Attribute<unknown> = {
  read(written) {
    try {
      return typeof written === 'string' ? (JSON.parse(written) as unknown) : written;
    } catch {
      return written;
    }
  },
};
const entries: [string, Attribute<unknown>][] = Object.entries(ATTRIBUTES);

/** All that a page can set on the element. Undefined means: not said. */
export class PatternSettings extends LitElement implements Partial<AttributeValues> {
  static override properties = {
    ...Object.fromEntries(entries.map(([name]) => [name, { attribute: kebab(name) }])),
    parameters: { ...secret, hasChanged: different },
    adjustments: { ...secret, hasChanged: different },
    strings: secret,
    authorize: secret,
    // Named here only so that what was set before the upgrade is found; who extends this brings the accessor.
    image: { ...secret, noAccessor: true },
  };

  #said: Record<string, unknown> = {};

  // A property holds what was meant (`timeout="60"` the number 60), by whatever way it was set; where nothing is said, the default.
  static {
    for (const [name, { initial, read }] of [...entries, ['adjustments', json] as const])
      Object.defineProperty(this.prototype, name, {
        get(this: PatternSettings) {
          return this.#said[name] ?? initial;
        },
        set(this: PatternSettings, written: unknown) {
          this.#said[name] = written == null ? undefined : read(written);
        },
        configurable: true,
        enumerable: true,
      });
  }

  /** `pixcraft`, `picsart`, or a name given to `registerProvider()`. */
  declare provider: string;
  /** Base address of the API or, better, of your proxy. */
  declare endpoint?: string;
  /** Sent as the provider's auth header; for trusted pages and trials only. */
  declare apiKey?: string;
  /** The picture to use instead of, or before, the visitor's own. */
  declare imageUrl?: string;
  /** What the visitor may change, by attribute name and `image`, separated by spaces; or `none`. */
  declare controls?: string;
  /** When the quota meter is shown. */
  declare usage: 'low' | 'always' | 'never';
  /** How many uses left count as few. */
  declare lowUsage: number;
  /** Link offered when the quota or the credits are used up, or only the owner can help. */
  declare contactUrl?: string;
  /** Keeps results in this browser. */
  declare cache: 'on' | 'off';
  /** Bound of the cache in MB. */
  declare cacheSize: number;
  /** Age in days after which a result is dropped. */
  declare cacheDays: number;
  /** Seconds before one request is given up. */
  declare timeout: number;
  /** Longest wait in seconds that is sat out without asking. */
  declare maxWait: number;
  /** Shows the kept designs once there are two. */
  declare history: 'on' | 'off';
  /** What can be adjusted for free before the press: words of `crop turn light size draft`, or `none`. */
  declare studio?: string;
  /** Centimetres or inches. */
  declare units: 'auto' | 'cm' | 'in';
  /** Base address of the further script files, where it is not that of the first. */
  declare files?: string;
  /** Hides the PDF button. */
  declare noPdf: boolean;
  /** Switches everything off. */
  declare disabled: boolean;
  /** PixCraft: the craft. */
  declare niche?: string;
  /** PixCraft: finished width in cm, 10 to 1000. */
  declare widthCm?: number;
  /** PixCraft: finished height in cm, 10 to 1000. */
  declare heightCm?: number;
  /** PixCraft: width of one stitch, bead or brick in cm. */
  declare unitWidthCm?: number;
  /** PixCraft: its height in cm. */
  declare unitHeightCm?: number;
  /** PixCraft: how many colours at most. */
  declare maxColors?: number;
  /** PixCraft: whose colours. */
  declare colorCatalog?: string;
  /** Picsart: how the picture is repeated. */
  declare pattern?: string;
  /** Picsart: pixels, 1 to 8000. */
  declare width?: number;
  /** Picsart: pixels, 1 to 8000. */
  declare height?: number;
  /** Picsart: pixels. */
  declare offsetX?: number;
  /** Picsart: pixels. */
  declare offsetY?: number;
  /** Picsart: degrees, -180 to 180. */
  declare rotate?: number;
  /** Picsart: 0.5 to 10. */
  declare scale?: number;
  /** Picsart: file format of the result. */
  declare format?: string;
  /** Parameters by property name; they go before the attributes. */
  declare parameters?: Record<string, unknown>;
  /** What is done to the picture before a pattern is made of it: crop, turn, mirror, brightness, contrast, saturation. */
  declare adjustments?: Adjustments;
  /** Texts of this one widget. */
  declare strings?: Partial<Strings>;
  /** Returns more request headers; called before each request. */
  declare authorize?: () => Promise<Record<string, string>> | Record<string, string>;
}
