import { prospect } from '../../../generation/prospect.js';
import type { StudioInput } from '../../../studio/input.js';
import type { Easel } from '../../outcome/studio.js';
import { may } from '../../wishes.js';

/** The same object as long as it says the same. */
function steady<Value>(): (value: Value) => Value {
  let last: { text: string; value: Value } | undefined;
  return (value) => {
    const text = JSON.stringify(value);
    if (text !== last?.text) last = { text, value };
    return last!.value;
  };
}

/** Between the widget and its studio: what the one knows and the other asks for, and what the visitor did on the way back. */
export function door(easel: Easel): (now: Easel) => StudioInput {
  const values = steady<Record<string, unknown>>();
  const controls = steady<string[]>();
  const { host, generation, files, events } = easel;
  const deeds: Pick<StudioInput, 'prospect' | 'draft' | 'start' | 'onchange' | 'ondraft' | 'show'> = {
    prospect: () => prospect(generation),
    draft: files.draft,
    start: easel.startWorker,
    onchange(adjustments, values) {
      host.adjustments = adjustments;
      easel.type(values);
    },
    ondraft: (facts) => void host.dispatchEvent(new events.PatternDraftEvent(facts)),
    show: () => void generation.generate().catch(() => {}),
  };
  return ({ spoken, face, wishes, picture, wrong }) => {
    const { fields } = face();
    const { heightCm, parameters = {} } = host;
    return {
      ...deeds,
      ...spoken(),
      picture,
      adjustments: host.adjustments,
      values: values(wishes()),
      controls: controls(fields.map(({ name }) => name).filter((name) => may(name, host.controls, face()))),
      bounds(parameter) {
        const { min = 0, max = Infinity } = fields.find(({ name }) => name === parameter) ?? {};
        return { min, max };
      },
      sized: fields.some(({ name }) => name === 'widthCm'),
      choices: generation.choices,
      tools: host.studio,
      units: host.units,
      fixed: host.disabled,
      invalid: generation.error?.field,
      wrong,
      decided: !!(heightCm ?? parameters.heightCm ?? parameters.height_cm),
      dir: getComputedStyle(host).direction,
    };
  };
}
