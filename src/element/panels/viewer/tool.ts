// @csspart tool - opens what else can be done
import type { Stage, Tool } from './stage.js';

/** What else can be done with the pattern. */
export const toolView = (stage: Stage, tool: Tool, key: string) =>
  stage.lit.html`<button part="tool" type="button" aria-expanded=${stage.tools.has(tool)} @click=${() => stage.use(tool)}>
    ${stage.voice.say(key)}
  </button>`;
