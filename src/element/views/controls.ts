import { html } from 'lit';
import type { Choice, Field } from '../../providers/provider.js';
import type { Strings } from '../texts/strings.js';

export interface ControlsView {
  strings: Strings;
  fields: Field[];
  values: Record<string, unknown>;
  /** What the API offers for one of the fields. */
  menu?: { field: string; choices: Choice[] };
  invalid?: string;
  disabled: boolean;
  change(name: string, value: string): void;
}

/** One labelled control for each parameter that the visitor may change. */
export const controlsView = ({ strings, fields, values, menu, invalid, disabled, change }: ControlsView) => {
  return html`<div part="controls">
    ${fields.map(({ name, min, max, step, options, initial }) => {
      const value = String(values[name] ?? initial ?? '');
      const choices = menu?.field === name ? menu.choices : options?.map((id) => ({ id, name: id }));
      const changed = ({ target }: Event & { target: HTMLInputElement }) => change(name, target.value);
      return html`<label part="field">
        <span part="label">${strings[name] ?? name}</span>
        ${
          choices
            ? html`<select part="input" name=${name} ?disabled=${disabled} .value=${value} @change=${changed}>
                ${choices.map(
                  ({ id, name }) =>
                    html`<option value=${id} ?selected=${id.toLowerCase() === value.toLowerCase()}>
                      ${strings[id] ?? (name || id)}
                    </option>`,
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
                aria-invalid=${invalid === name}
                ?disabled=${disabled}
                .value=${value}
                @change=${changed}
              />`
        }
      </label>`;
    })}
  </div>`;
};
