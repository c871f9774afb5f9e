import { noChange } from 'lit';
import { may, same, standing } from '../wishes.js';
import type { View } from './view.js';

type Change = Event & { target: HTMLInputElement };

/** One labelled control for each parameter that the visitor may change. */
export const controlsView = ({ html, strings, page, face, generation, values, fixed, change }: View) => {
  const { fields, menu } = face;
  const visible = fields.filter(({ name }) => may(name, page.controls, face));
  if (!visible.length) return '';
  return html`<div part="controls">
    ${visible.map(({ name, min, max, step, options, initial }) => {
      const value = String(values[name] ?? initial ?? '');
      let choices = menu?.field === name ? (generation.choices ?? menu.choices) : options?.map((id) => ({ id, name: id }));
      // What is wanted is shown, whether it can be had or not.
      if (value && !choices?.some(({ id }) => same(id, value))) choices &&= [{ id: value, name: value }, ...choices];
      const changed = ({ target, type }: Change) => change(name, standing(target), type === 'change');
      return html`<label part="field">
        <span part="label">${strings[name] ?? name}</span>
        ${
          choices
            ? html`<select part="input" name=${name} ?disabled=${fixed} .value=${value} @input=${changed} @change=${changed}>
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
                aria-invalid=${generation.error?.field === name}
                ?disabled=${fixed}
                .value=${min != null && Number.isNaN(+value) ? noChange : value}
                @input=${changed}
                @change=${changed}
              />`
        }
      </label>`;
    })}
  </div>`;
};
