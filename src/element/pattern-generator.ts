import type { PropertyValues } from 'lit';
import type { PatternError } from '../core/pattern-error.js';
import type { State } from '../generation/states.js';
import type { PictureSource } from '../generation/picture.js';
import type { PatternResult } from '../providers/provider.js';
import type { Quota } from '../quota/ledger.js';
import { PatternSettings } from './settings.js';
import { formSheet } from './styles/form-sheet.js';
import { sheet } from './styles/sheet.js';
import { Widget } from './widget.js';

/**
 * A visitor chooses a picture, presses Generate and gets a craft pattern with its materials, guide and PDF.
 * No use is wasted, no paid result is lost, and the visitor always knows what is going on.
 *
 * @tag pattern-generator
 * @tagname pattern-generator
 *
 * @attr {string} [provider=pixcraft] - `pixcraft`, `picsart`, or a name given to `registerProvider()`
 * @attr {string} endpoint - base address of the API or, better, of your proxy; paths are appended
 * @attr {string} api-key - sent as the provider's auth header; for trusted pages and trials only
 * @attr {string} image-url - the picture to use instead of, or before, the visitor's own
 * @attr {string} niche - PixCraft: the craft
 * @attr {number} width-cm - PixCraft: finished width, 10 to 1000
 * @attr {number} height-cm - PixCraft: finished height, 10 to 1000
 * @attr {number} unit-width-cm - PixCraft: width of one stitch, bead or brick; default: the niche's
 * @attr {number} unit-height-cm - PixCraft: its height
 * @attr {number} max-colors - PixCraft: how many colours at most
 * @attr {'default'|'custom'} color-catalog - PixCraft: whose colours
 * @attr {'hex'|'mirror'|'diamond'|'hex2'|'tile'} pattern - Picsart: how the picture is repeated
 * @attr {number} width - Picsart: pixels, 1 to 8000
 * @attr {number} height - Picsart: pixels, 1 to 8000
 * @attr {number} offset-x - Picsart: pixels
 * @attr {number} offset-y - Picsart: pixels
 * @attr {number} rotate - Picsart: degrees, -180 to 180
 * @attr {number} scale - Picsart: 0.5 to 10
 * @attr {'JPG'|'PNG'|'WEBP'} format - Picsart: file format of the result
 * @attr {string} controls - what the visitor may change, by attribute name and `image`, separated by spaces; or `none`
 * @attr {'low'|'always'|'never'} [usage=low] - when the quota meter is shown
 * @attr {number} [low-usage=50] - how many uses left count as few
 * @attr {string} contact-url - link offered when the quota or the credits are used up, or only the owner can help
 * @attr {'on'|'off'} [cache=on] - keeps results in this browser
 * @attr {number} [cache-size=50] - bound of the cache in MB
 * @attr {number} [cache-days=30] - age in days after which a result is dropped
 * @attr {number} [timeout=60] - seconds before one request is given up
 * @attr {number} [max-wait=120] - longest wait in seconds that is sat out without asking
 * @attr {'on'|'off'} [history=on] - shows the kept designs once there are two
 * @attr {string} studio - what can be adjusted for free before the press: words of `crop turn light size draft`, or `none`; default: all
 * @attr {'auto'|'cm'|'in'} [units=auto] - centimetres or inches
 * @attr {string} files - base address of the further script files; default: beside the first
 * @attr {boolean} no-pdf - hides the PDF button
 * @attr {boolean} disabled - switches everything off
 *
 * @fires {PatternBeforeGenerateEvent} pattern-before-generate - `image`, `parameters`; cancelable, before anything is sent
 * @fires {PatternStateEvent} pattern-state - `state`, `previous`
 * @fires {PatternResultEvent} pattern-result - `result`, `fromCache`
 * @fires {PatternPdfEvent} pattern-pdf - `blob`, `filename`; cancelable: the page may save it itself
 * @fires {PatternQuotaEvent} pattern-quota - `quota`
 * @fires {PatternErrorEvent} pattern-error - `error`
 * @fires {PatternDraftEvent} pattern-draft - `columns`, `rows`, `colors`, `units`: a free draft is on the screen
 * @fires {PatternVariantEvent} pattern-variant - `result`: the visitor changed colours, or put them back; with the materials as they are now
 *
 * @slot heading - instead of the heading's text
 * @slot generate-label - instead of the Generate button's text
 * @slot exhausted - instead of the message when the quota or the credits are used up
 * @slot history-label - instead of the text above the kept designs
 * @slot footer - below everything
 *
 * @csspart widget - the whole
 * @csspart heading - its heading
 * @csspart intake - picture and controls together
 * @csspart dropzone - where a picture is chosen or dropped
 * @csspart thumbnail - the chosen picture
 * @csspart controls - the parameters together
 * @csspart field - one parameter with its label
 * @csspart label - its label
 * @csspart input - its input
 * @csspart actions - the buttons together
 * @csspart generate-button - starts it
 * @csspart cancel-button - stops it
 * @csspart again-button - back to the picture
 * @csspart pdf-button - downloads the PDF or the picture
 * @csspart progress - while the pattern is being made
 * @csspart countdown - while a limit is sat out
 * @csspart message - what is going on
 * @csspart contact-link - to the owner, when used up
 * @csspart result - the viewer's place
 * @csspart preview - the pattern
 * @csspart materials - the list of materials
 * @csspart material - one of them
 * @csspart swatch - its colour
 * @csspart guide - the steps together
 * @csspart step - one step
 * @csspart history - the kept designs
 * @csspart usage - the quota meter
 * @csspart usage-bar - its bar
 * @csspart footer - holds the footer slot
 *
 * @cssprop --pattern-accent - buttons, links, focus
 * @cssprop --pattern-accent-text - text on the accent
 * @cssprop --pattern-surface - background
 * @cssprop --pattern-text - text
 * @cssprop --pattern-muted - quieter text
 * @cssprop --pattern-border - lines
 * @cssprop --pattern-radius - round corners
 * @cssprop --pattern-space - distance between blocks
 * @cssprop --pattern-font - typeface
 * @cssprop --pattern-grid - lines of the chart
 *
 * @cssstate empty - no picture yet
 * @cssstate ready - a picture is chosen
 * @cssstate working - a pattern is being made
 * @cssstate waiting - a limit is being sat out
 * @cssstate done - the pattern is there
 * @cssstate exhausted - quota or credits are used up
 * @cssstate error - something failed
 */
export class PatternGenerator extends PatternSettings {
  static override styles = [sheet, formSheet];

  /** Registers the element; harmless when the name is taken already. */
  static define(tag = 'pattern-generator', registry: CustomElementRegistry = customElements): void {
    if (registry.get(tag)) return;
    try {
      registry.define(tag, this);
    } catch {
      // This class has a name already: the same element under another one.
      registry.define(tag, class extends this {});
    }
  }

  #widget = new Widget(this);

  /** Where the widget stands; every change is told by `pattern-state`. */
  get state(): State {
    return this.#widget.now.state;
  }
  /** The pattern that is shown. */
  get result(): PatternResult | undefined {
    return this.#widget.now.result;
  }
  /** What is wrong, while it is. */
  get error(): PatternError | undefined {
    return this.#widget.now.error;
  }
  /** What is known of the uses or credits that are left. */
  get quota(): Quota {
    return this.#widget.now.quota;
  }
  /** The picture: a file, its bytes or an address; `null` takes it away. The one that is there already changes nothing. */
  get image(): PictureSource | undefined {
    return this.#widget.now.source;
  }
  set image(source: PictureSource | null | undefined) {
    this.#widget.say(source);
  }

  /** What a press of Generate does. Another call during a press gets the same promise; rejects with a `PatternError`. */
  generate(): Promise<PatternResult> {
    return this.#widget.generate();
  }
  /** Stops waiting. What was sent already is kept all the same, for the next press. */
  cancel(): void {
    this.#widget.cancel();
  }
  /** Back to the beginning: without picture, result and what the visitor typed. */
  reset(): void {
    this.#widget.reset();
  }
  /** Asks the free counter. */
  refreshQuota(): Promise<Quota> {
    return this.#widget.start().then(({ generation }) => generation.refreshQuota());
  }
  /** Forgets the designs that this browser keeps for the page's origin. */
  clearCache(): Promise<void> {
    return this.#widget.start().then(({ generation }) => generation.strip.clear());
  }
  /** What the download button does: the PDF or, where the API makes none, the picture. Costs no use. */
  downloadPdf(): Promise<Blob> {
    return this.#widget.start().then(({ download }) => download());
  }

  protected override scheduleUpdate(): Promise<unknown> | void {
    const coming = this.hasUpdated ? undefined : this.#widget.prepare();
    return coming ? coming.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }
  /** Nothing is drawn, and no address of a blob taken, for a widget that is on no page. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }
  override willUpdate(changed: PropertyValues): void {
    this.#widget.willUpdate(changed);
  }
  override updated(changed: PropertyValues): void {
    this.#widget.updated(changed);
  }
  protected override render() {
    return this.#widget.render();
  }
}
