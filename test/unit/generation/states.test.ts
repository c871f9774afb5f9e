import { BUSY, next, type Facts, type Happening, type State } from '../../../src/generation/states.js';

const free: Facts = { heldBack: false, picture: true };
const gone: Facts = { heldBack: true, picture: true };
const STATES: State[] = ['empty', 'ready', 'working', 'waiting', 'done', 'exhausted', 'error'];

it.each<[State, Happening, Facts, State]>([
  ['empty', 'learnt', free, 'ready'],
  ['ready', 'press', free, 'working'],
  ['working', 'limit', free, 'waiting'],
  ['waiting', 'goOn', free, 'working'],
  ['working', 'shown', free, 'done'],
  ['working', 'failed', free, 'error'],
  ['working', 'usedUp', free, 'exhausted'],
  ['working', 'cancel', free, 'ready'],
  ['waiting', 'cancel', gone, 'exhausted'],
  ['done', 'learnt', gone, 'done'],
  ['error', 'learnt', free, 'error'],
  ['error', 'learnt', gone, 'exhausted'],
  ['exhausted', 'learnt', free, 'ready'],
  ['exhausted', 'learnt', { ...free, picture: false }, 'empty'],
  ['done', 'rest', free, 'ready'],
  ['done', 'rest', { ...free, picture: false }, 'empty'],
])('%s, when it happens that %s (%o): %s', (state, happening, facts, then) => {
  expect(next(state, happening, facts)).toBe(then);
});

it('a limit is sat out, and a press let go of, only while there is a press', () => {
  for (const state of STATES.filter((state) => !BUSY.has(state)))
    for (const happening of ['limit', 'goOn', 'cancel'] as const) expect(next(state, happening, free)).toBe(state);
});

it('whatever happens, nothing new can be pressed while nothing can be made', () => {
  for (const state of STATES)
    for (const happening of ['rest', 'usedUp'] as const) expect(next(state, happening, gone)).toBe('exhausted');
});
