import type { PatternError } from '../../core/pattern-error.js';
import { Generation } from '../../generation/generation.js';
import type { PatternResult, ProviderFace } from '../../providers/provider.js';
import { objectUrl } from '../controllers/object-url.js';
import type * as Events from '../events.js';
import type { files, Lit } from '../files.js';
import type { PatternSettings } from '../settings.js';
import type { Spoken } from '../speech.js';
import type { View } from '../views/view.js';
import { attach } from './attach.js';
import { causeOf, ownersLine } from './owner.js';
import { partsOf, errorText } from './parts.js';
import { save } from './save.js';
import { studio } from './studio.js';
import { unknownWords } from './unknown-words.js';

/** What the widget hands over when its later files have come. */
export interface Backstage {
  host: PatternSettings;
  files: typeof files;
  lit: Lit;
  events: typeof Events;
  spoken(): Spoken;
  /** All that the page may name. */
  providers: ReadonlyMap<string, ProviderFace>;
  /** Of the one that it names, or what stands in for it. */
  face(): ProviderFace;
  wishes(): Record<string, unknown>;
  /** Starts the worker of the file in which drafts are made. */
  startWorker(address?: string): Worker | undefined;
  /** The visitor set these. */
  type(values: Record<string, string>): void;
  changed(): void;
}

/** The second act: everything from the first press on. */
export function begin(backstage: Backstage) {
  const { host, files, lit, events, spoken, providers, face, wishes, changed } = backstage;
  const provider = () => providers.get(host.provider);
  const told = new Set<string>();
  let saving = false;

  /** Once a widget. */
  function tell(how: 'error' | 'warn', line: string, ...more: unknown[]): void {
    if (!told.has(line)) console[how](line, ...more);
    told.add(line);
  }

  function report(error: PatternError): void {
    error.message = errorText(error, spoken(), face().fields);
    const { endpoint, apiKey, parameters } = host;
    const { field } = error;
    // What the visitor typed is no mistake of the page's.
    const own = field && [host, parameters].some((page) => Object(page)[field] === wishes()[field]);
    const line = ownersLine(error, { endpoint, apiKey, providers, base: provider()?.base, own });
    if (line) tell('error', line, ...causeOf(error));
    host.dispatchEvent(new events.PatternErrorEvent({ error }));
    if (field) void host.updateComplete.then(focusInvalid);
  }

  /** To the field that is wrong, unless somebody is busy elsewhere on the page. */
  function focusInvalid(): void {
    const root = host.shadowRoot!;
    if (root.activeElement || document.activeElement === document.body)
      root.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }

  const generation = new Generation({
    making: files.making,
    keeping: files.keeping,
    picture: files.picture,
    wishes: () => ({ page: host, provider: provider(), parameters: wishes() }),
    before: (image, parameters) => host.dispatchEvent(new events.PatternBeforeGenerateEvent({ image, parameters })),
    changed,
    result: (result, fromCache) => void host.dispatchEvent(new events.PatternResultEvent({ result, fromCache })),
    quota: (quota) => void host.dispatchEvent(new events.PatternQuotaEvent({ quota })),
    error: report,
  });
  const preview = objectUrl(host);
  /** The pattern in the visitor's own colours, and which one that is. */
  let variant: { of?: PatternResult; result?: PatternResult } = {};
  const worn = (result?: PatternResult) => {
    variant = { of: generation.result, result };
    changed();
    host.dispatchEvent(new events.PatternVariantEvent({ result: result ?? generation.result! }));
  };
  const viewing = attach({ host, generation, spoken, files, lit, worn });
  let wrong: string | undefined;
  let lastSize: [width: number, height: number] | undefined;
  const studying = studio(backstage, generation, () => wrong);

  async function download(): Promise<Blob> {
    saving = true;
    changed();
    try {
      const { blob, filename } = await generation.pdf();
      if (host.dispatchEvent(new events.PatternPdfEvent({ blob, filename }))) save(blob, filename);
      return blob;
    } finally {
      saving = false;
      changed();
    }
  }

  return {
    generation,
    download,
    /** What the widget puts into its places. */
    parts(view: View) {
      unknownWords(host, provider()).forEach((line) => tell('warn', line));
      const shown = viewing();
      const how = studying();
      lastSize = how && (view.thumbnailSize ?? lastSize);
      const parts = partsOf({
        ...view,
        generation,
        viewing: shown,
        recolored: shown && !!variant.result && variant.of === generation.result,
        studio: how,
        lastSize,
        preview: preview(shown ? undefined : generation.result?.image),
        saving,
        download: () => void download().catch(() => {}),
      });
      wrong = parts.fieldError;
      return parts;
    },
  };
}

export type Act = ReturnType<typeof begin>;
