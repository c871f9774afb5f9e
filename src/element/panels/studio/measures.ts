// @csspart studio-size - the sides of the piece, and their lock
// @csspart studio-lock - keeps the proportions
// @csspart size-input - a number in the studio
// @csspart studio-colors - how many colours
import { FABRICS, fabricOfUnit, shown, toCm } from '../../../studio/size.js';
import { SIDE } from '../../../studio/session.js';
import { icon } from './icons.js';
import { lengths, nicheOf, unitsOf, type Scene, type Typed } from './scene.js';

/** How many there are where nobody said: what the local API and the engine take. */
const COLORS = 20;
const MOST_ON_SLIDER = 60;

/** How large the piece becomes, on what, and in how many colours. */
export const measuresView = (scene: Scene) =>
  scene.html`${scene.input.sized && scene.offers('size') && scene.session.mayResize ? sizeView(scene) : ''}
  ${scene.may('maxColors') ? colorsView(scene) : ''}`;

const wrong = ({ input }: Scene, parameter: string) => (input.invalid === parameter ? input.wrong : undefined);

const wrongView = (scene: Scene, parameter: string) => {
  const text = wrong(scene, parameter);
  return text ? scene.html`<span part="field-error" id=${'error-' + parameter}>${text}</span>` : '';
};

const sizeView = (scene: Scene) => {
  const { html, nothing, session, input, words, may, changed } = scene;
  const { say } = words;
  const units = unitsOf(scene);
  const side = (name: 'width' | 'height', text: string) => {
    const parameter = name === 'width' ? 'widthCm' : 'heightCm';
    return html`<label part="field">
      <span part="label">${text}</span>
      <input
        part="size-input"
        name=${parameter}
        type="number"
        inputmode="decimal"
        step="0.1"
        min=${shown(SIDE.min, units)}
        max=${shown(SIDE.max, units)}
        aria-invalid=${input.invalid === parameter}
        aria-errormessage=${wrong(scene, parameter) ? 'error-' + parameter : nothing}
        aria-describedby=${wrong(scene, parameter) ? 'error-' + parameter : nothing}
        ?disabled=${input.fixed || !may(parameter)}
        .defaultValue=${String(shown(session.size[name], units))}
        .value=${String(shown(session.size[name], units))}
        @change=${({ target }: Typed) => {
          if (+target.value > 0) session.setSide(name, toCm(+target.value, units));
          else changed();
        }}
      />
    </label>`;
  };
  return html`<div part="studio-size">
      ${side('width', say('studioWidth', { units }))}
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
      ${side('height', say('studioHeight', { units }))} ${wrongView(scene, 'widthCm')} ${wrongView(scene, 'heightCm')}
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
  const usual =
    prospect?.unit && !own ? ` (${lengths(scene, prospect.unit).units === 'in' ? '' : number(prospect.unit.width) + ' cm'})` : '';
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

const colorsView = ({ html, session, input, words: { say } }: Scene) => {
  const colors = Number(input.values.maxColors) || undefined;
  const set = ({ target }: Typed) => session.setColors(Math.max(0, Math.round(+target.value)) || undefined);
  return html`<div part="studio-colors">
    <label part="label" for="studio-colors">${say('studioColors')}</label>
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
      min="1"
      max="500"
      aria-label=${say('studioColors')}
      placeholder=${COLORS}
      aria-invalid=${input.invalid === 'maxColors'}
      ?disabled=${input.fixed}
      .defaultValue=${String(colors ?? '')}
      .value=${String(colors ?? '')}
      @change=${set}
    />
  </div>`;
};
