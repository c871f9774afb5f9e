export type State = 'empty' | 'ready' | 'working' | 'waiting' | 'done' | 'exhausted' | 'error';

/** A press is under way. */
export const BUSY: ReadonlySet<State> = new Set(['working', 'waiting']);

/** What decides where a widget rests when nothing is going on. */
export interface Facts {
  /** Nothing new can be made now: the quota is gone, or a limit is further away than anybody waits. */
  heldBack: boolean;
  picture: boolean;
}

export type Happening =
  /** Everything shown is put away: another picture, "another one", a changed wish. */
  | 'rest'
  /** Something was learnt about the quota or the picture. */
  | 'learnt'
  | 'press'
  /** A limit is sat out, and over. */
  | 'limit'
  | 'goOn'
  | 'cancel'
  | 'shown'
  | 'failed'
  /** Nothing can be made for a while. */
  | 'usedUp';

type Rule = { from?: readonly State[]; to: State | ((facts: Facts) => State) };

const atRest = ({ heldBack, picture }: Facts): State => (heldBack ? 'exhausted' : picture ? 'ready' : 'empty');
const busy = [...BUSY];

/** All that can happen to a widget. What is not listed changes nothing. */
const TABLE: Record<Happening, readonly Rule[]> = {
  rest: [{ to: atRest }],
  learnt: [
    { from: ['empty', 'ready', 'exhausted'], to: atRest },
    { from: ['error'], to: ({ heldBack }) => (heldBack ? 'exhausted' : 'error') },
  ],
  press: [{ to: 'working' }],
  limit: [{ from: busy, to: 'waiting' }],
  goOn: [{ from: busy, to: 'working' }],
  cancel: [{ from: busy, to: atRest }],
  shown: [{ to: 'done' }],
  failed: [{ to: 'error' }],
  usedUp: [{ to: 'exhausted' }],
};

/** The state that follows; the same one where the table has none. */
export function next(state: State, happening: Happening, facts: Facts): State {
  const to = TABLE[happening].find(({ from }) => !from || from.includes(state))?.to ?? state;
  return typeof to === 'function' ? to(facts) : to;
}
