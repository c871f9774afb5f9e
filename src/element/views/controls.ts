// @csspart field-error - what is wrong with a parameter
import { noChange } from 'lit';
import { may, same, shown, standing } from '../wishes.js';
import type { Place, View } from './view.js';

type Change = Event & { target: HTMLInputElement };

/** One labelled control for each parameter that the visitor may change. */
export const controlsView = (
  { html, nothing, strings, page, face, now, values, fixed, change }: View,
  fieldError?: string,
  studio?: Place,
) => {
  const { fields, menu } = face;
  const later = (name: string) => !!studio?.fields.includes(name);
  const visible = fields.filter(({ name }) => may(name, page.controls, face) && (studio?.coming || !later(name)));
  if (!visible.length) return '';
  return html`<div part="controls">
    ${visible.map((field) => {
      const { name, min, max, step, options } = field;
      const value = shown(field, values);
      let choices = menu?.field === name ? (now.choices ?? menu.choices) : options?.map((id) => ({ id, name: id }));
      // What is wanted is shown, whether it can be had or not.
      if (value && !choices?.some(({ id }) => same(id, value))) choices &&= [{ id: value, name: value }, ...choices];
      const invalid = now.error?.field === name;
      const described = invalid && fieldError ? 'error-' + name : nothing;
      const changed = ({ target, type }: Change) => change(name, standing(target), type === 'change');
      return html`<label part="field" ?data-later=${later(name)}>
        <span part="label">${strings[name] ?? name}</span>
        ${
          choices
            ? html`<select
                part="input"
                name=${name}
                aria-invalid=${invalid}
                aria-errormessage=${described}
                aria-describedby=${described}
                ?disabled=${fixed}
                .value=${value}
                @input=${changed}
                @change=${changed}
              >
                ${choices.map(
                  ({ id, name }) =>
                    html`<option value=${id} ?selected=${same(id, value)}>${strings[id] ?? (name || id)}</option>`,
                )}
              </select>`
            : html`<input
                part="input"
                name=${name}
                type=${min == null ? 'text' : 'number'}
                min=${min ?? ''}
                max=${max ?? ''}
                step=${step ?? 'any'}
                placeholder=${strings.auto}
                aria-invalid=${invalid}
                aria-errormessage=${described}
                aria-describedby=${described}
                ?disabled=${fixed}
                .value=${min != null && Number.isNaN(+value) ? noChange : value}
                @input=${changed}
                @change=${changed}
              />`
        }
        ${described === nothing ? '' : html`<span part="field-error" id=${described}>${fieldError}</span>`}
      </label>`;
    })}
  </div>`;
};
