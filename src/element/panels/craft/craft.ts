import type { Mount } from '../../files.js';
import type { Stage, Tool } from '../viewer/stage.js';
import { placesView } from './places.js';

export interface CraftInput {
  /** The viewer's, whose code is not carried twice. */
  stage: Stage;
  tool: Tool;
}

/** What is done with a pattern beside looking at it; fetched at the first press that asks for it. */
export const mount: Mount<CraftInput> = (container, input, lit) => {
  const list = input.stage.list();
  const update = ({ stage }: CraftInput) => {
    lit.render(placesView(stage, list), container);
    list.watch(container);
  };
  update(input);
  return {
    update,
    unmount() {
      list.end();
      lit.render(lit.nothing, container);
    },
  };
};
