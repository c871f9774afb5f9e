// @csspart studio-size - the sides of the piece, and their lock
// @csspart studio-lock - keeps the proportions
// @csspart size-input - a number in the studio
// @csspart studio-colors - how many colours
import { FABRICS, fabricOfUnit, shown, shownBounds, toCm } from '../../../studio/size.js';
import { SIDES, type Bounds, type Side } from '../../../studio/piece.js';
import { icon } from './icons.js';
import { nicheOf, unitsOf, type Scene, type Typed } from './scene.js';

/** How many there are where nobody said: what the local API and the engine take. */
const COLORS = 20;
const MOST_ON_SLIDER = 60;

/** How large the piece becomes, on what, and in how many colours. */
export const measuresView = (scene: Scene) =>
  scene.html`${scene.input.sized && scene.offers('size') && scene.session.mayResize ? sizeView(scene) : ''}
  ${scene.may('maxColors') ? colorsView(scene) : ''}`;

/** What is wrong with a number: at once where it is more or less than the API takes, else after a press. */
const wrong = ({ input, words: { say } }: Scene, parameter: string, value: number | undefined, shown: Bounds) => {
  const { min, max } = input.bounds(parameter);
  return value !== undefined && (value < min || value > max)
    ? say('field-range', { min: String(shown.min), max: String(shown.max) })
    : input.invalid === parameter
      ? input.wrong
      : undefined;
};

/** What is wrong with some numbers, each sentence once; tells the place of theirs. */
function errors({ html, nothing }: Scene) {
  const said = new Map<string, string>();
  return {
    at(parameter: string, text: string | undefined) {
      if (!text) return nothing;
      said.set(text, said.get(text) ?? 'error-' + parameter);
      return said.get(text);
    },
    views: () => [...said].map(([text, id]) => html`<span part="field-error" id=${id}>${text}</span>`),
  };
}

const sizeView = (scene: Scene) => {
  const { html, nothing, session, input, words, may, changed } = scene;
  const { say } = words;
  const units = unitsOf(scene);
  const { at, views } = errors(scene);
  const side = (name: Side, text: string) => {
    const parameter = SIDES[name];
    const length = shown(session.size[name], units);
    const bounds = shownBounds(session.bounds(name), units);
    const error = at(parameter, wrong(scene, parameter, session.size[name], bounds));
    return html`<label part="field">
      <span part="label">${text}</span>
      <input
        part="size-input"
        name=${parameter}
        type="number"
        inputmode="decimal"
        step="0.1"
        min=${bounds.min}
        max=${bounds.max}
        aria-invalid=${error !== nothing}
        aria-errormessage=${error}
        aria-describedby=${error}
        ?disabled=${input.fixed || !may(parameter)}
        .defaultValue=${String(length)}
        .value=${String(length)}
        @change=${({ target }: Typed) => {
          if (+target.value > 0) session.setSide(name, toCm(+target.value, units));
          else changed();
        }}
      />
    </label>`;
  };
  return html`<div part="studio-size">
      ${side('width', say('studioWidth', { units: say(units) }))}
      <button
        part="studio-lock"
        type="button"
        aria-label=${say('studioLock')}
        title=${say('studioLock')}
        aria-pressed=${session.locked}
        ?disabled=${input.fixed}
        @click=${() => {
          session.locked = !session.locked;
          changed();
        }}
      >
        ${icon(scene, session.locked ? 'locked' : 'open')}
      </button>
      ${side('height', say('studioHeight', { units: say(units) }))} ${views()}
    </div>
    ${fabricView(scene)}`;
};

const fabricView = (scene: Scene) => {
  const { html, session, input, words, may, prospect } = scene;
  const { say, number } = words;
  const own = Number(input.values.unitWidthCm) || undefined;
  const fabric = fabricOfUnit(own);
  // A page that decided on the size of a stitch means it.
  if (nicheOf(scene) !== 'crossstitch' || (own && !fabric && !may('unitWidthCm'))) return '';
  const { unit } = prospect ?? {};
  // The API's own stitch is told in centimetres (documented), to the hundredth, wherever one measures.
  const usual = unit && !own ? ` (${number(unit.width)} ${say('cm')})` : '';
  return html`<label part="field">
    <span part="label">${say('studioFabric')}</span>
    <select
      part="size-input"
      name="fabric"
      ?disabled=${input.fixed}
      @change=${({ target }: Typed) => session.setFabric(+target.value || undefined)}
    >
      <option value="" ?selected=${!own}>${say('auto')}${usual}</option>
      ${FABRICS.map((count) => html`<option value=${count} ?selected=${fabric === count}>${say('studioCount', { count })}</option>`)}
    </select>
  </label>`;
};

const colorsView = (scene: Scene) => {
  const { html, nothing, session, input, words } = scene;
  const colors = Number(input.values.maxColors) || undefined;
  const bounds = input.bounds('maxColors');
  const { at, views } = errors(scene);
  const error = at('maxColors', wrong(scene, 'maxColors', colors, bounds));
  const set = ({ target }: Typed) => session.setColors(Math.max(0, Math.round(+target.value)) || undefined);
  return html`<div part="studio-colors">
    <label part="label" for="studio-colors">${words.say('studioColors')}</label>
    <input
      part="slider"
      id="studio-colors"
      type="range"
      min="2"
      max=${MOST_ON_SLIDER}
      ?disabled=${input.fixed}
      .value=${String(colors ?? COLORS)}
      @input=${set}
    />
    <input
      part="size-input"
      name="maxColors"
      type="number"
      inputmode="numeric"
      min=${bounds.min}
      max=${bounds.max}
      aria-label=${words.say('studioColors')}
      placeholder=${COLORS}
      aria-invalid=${error !== nothing}
      aria-errormessage=${error}
      aria-describedby=${error}
      ?disabled=${input.fixed}
      .defaultValue=${String(colors ?? '')}
      .value=${String(colors ?? '')}
      @change=${set}
    />
    ${views()}
  </div>`;
};
