import {
  another,
  copy,
  dropTwo,
  loadForeign,
  loadNothing,
  loadSaved,
  nameInVain,
  point,
  pressOffline,
  wish,
  write,
  type Deed,
} from './deeds.js';
import { blank, bomb, halfLoaded, heic, moved, noPicture, pears, tooManyParts } from './pictures.js';
import { json, lost, refusal, silence, type Answer } from './play.js';

export interface Scene {
  name: string;
  attributes?: Record<string, string>;
  /** None: the lighthouse; null: no picture. */
  picture?: (() => Blob | Promise<Blob>) | null;
  /** Whether it is pressed, and what the server answers, one after the other; none: the demo's own proxy makes a pattern. */
  press?: boolean;
  answers?: Answer[];
  /** What is made is kept, which it else is only for the demo's own proxy. */
  keeps?: boolean;
  usage?: object;
  lists?: boolean;
  behind?: boolean;
  /** It stays at work. */
  still?: boolean;
  /** What is pressed afterwards, by its part, or done; `part:2` is the third of them, `part:-1` the last. */
  then?: (string | Deed)[];
  /** Something of the whole page is changed for it, so that nothing else goes on meanwhile. */
  alone?: boolean;
}

const HOUR = 3600;
const usage = (left: number, limit = 500) => ({
  calls_used: limit - left,
  calls_limit: limit,
  calls_remaining: left,
  reset_date: new Date(Date.now() + 20 * 24 * HOUR * 1000).toISOString().slice(0, 10),
});
const after = (seconds: number) => refusal(429, 'TOO_MANY_REQUESTS', { 'Retry-After': String(seconds) });
const visitorDay: Answer = () =>
  json(
    {
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      'violated-policies': ['visitor-day'],
    },
    429,
    { 'RateLimit-Policy': '"visitor-day";q=3;w=86400', RateLimit: '"visitor-day";r=0;t=20000' },
  );
const FIELDS = 'image niche width-cm height-cm unit-width-cm unit-height-cm max-colors color-catalog';
const PICSART_FIELDS = 'image pattern width height offset-x offset-y rotate scale format';
const picsart = { provider: 'picsart', endpoint: '/textures' };
/** Quick to make, and the same for all languages: one use for the whole page. */
const small = { niche: 'crossstitch', 'width-cm': '12', 'max-colors': '6' };
const other = { ...small, 'width-cm': '11', 'max-colors': '5' };
/** Six stitches, of which the guide tells these. */
const six =
  (rows: number[], difficulty = 'easy'): Answer =>
  () =>
    json({
      success: true,
      niche: 'crossstitch',
      dimensions: { cols: 3, rows: 2, total_units: 6 },
      materials: [{ id: '310', name: 'Black', hex: '#000000', quantity: 6, percentage: 100 }],
      assembly_guide: rows.map((count, at) => ({
        step: at + 1,
        direction: 'right',
        runs: [{ color: '310', hex: '#000000', count }],
      })),
      difficulty,
    });
const whole = six([3, 3]);
const monthGone = refusal(429, 'RATE_LIMIT_EXCEEDED');
/** Two designs are kept, at an address where nobody else keeps any. */
const two = (name: string, then: Scene['then'] = [], more: Partial<Scene> = {}): Scene => ({
  name,
  answers: [whole],
  keeps: true,
  press: true,
  then: [another(5), ...then],
  ...more,
});
const done = (name: string, then: Scene['then'], attributes = small): Scene => ({
  name,
  attributes,
  press: true,
  then,
});
const pressed = (name: string, answer: Answer, more: Partial<Scene> = {}): Scene => ({
  name,
  answers: [answer],
  press: true,
  ...more,
  attributes: { studio: 'none', ...more.attributes },
});

/** Every state of the widget, and all that opens in it. */
export const SCENES: readonly Scene[] = [
  { name: 'No picture yet', picture: null },
  { name: 'Several files at once', picture: null, then: [dropTwo] },
  { name: 'Studio: crop', then: ['studio-tool'] },
  { name: 'Studio: light; the size cuts something off', attributes: { 'height-cm': '10' }, then: ['studio-tool:1'] },
  { name: 'Studio: far too large', attributes: { 'width-cm': '200', niche: 'embroidery' } },
  { name: 'Studio: bricks', attributes: { niche: 'lego', 'width-cm': '40' } },
  { name: 'Studio: beads, in inches', attributes: { niche: 'beads', units: 'in' } },
  { name: 'Studio: nobody tells the colours', answers: [silence], lists: false },
  { name: 'Every field, without the studio', attributes: { controls: FIELDS, studio: 'none' } },
  { name: 'The frame, without the studio', attributes: { 'width-cm': '20', 'height-cm': '20', studio: 'none' } },
  { name: 'Picsart, every field', attributes: { ...picsart, controls: PICSART_FIELDS } },
  pressed('Working', silence, { attributes: { timeout: '600' }, still: true }),
  pressed('Waiting', after(90)),
  pressed('Unsettled', lost, { attributes: { timeout: '600' }, still: true }),
  pressed('May have been counted', refusal(500)),
  { name: 'Done', attributes: { ...small, usage: 'always' }, press: true },
  { name: 'Made before', attributes: small },
  done('A stitch is pointed at', [point]),
  done('Work goes on', ['work-button', 'done-button']),
  done('Work was begun', []),
  done('Find and take along', ['tool', 'tool:1', 'tool:2', 'take-button']),
  done('Nothing is found', ['tool', write('search', 'no such thread')]),
  done('Copied', ['tool:2', copy(true)]),
  done('Not allowed to copy', ['tool:2', copy(false)]),
  done('A file of another pattern', ['tool:2', loadForeign]),
  done('A file of something else', ['tool:2', loadNothing]),
  done('A file of what was done', ['tool:2', 'work-button', loadSaved]),
  { name: 'Bead curtain', attributes: { niche: 'curtains', 'width-cm': '60' }, picture: pears, press: true },
  { name: 'Bricks', attributes: { niche: 'lego', 'width-cm': '20' }, picture: pears, press: true, then: ['tool:2'] },
  { name: 'Picsart, done', attributes: picsart, press: true },
  done('Colours to choose from', ['tool:1', 'material-button:1'], other),
  done('Colours changed', ['tool:1', 'material-button:1', 'recolor-choice:9'], other),
  done('In other colours', ['tool:1', 'material-button:1', 'recolor-choice:9', 'tool:1'], other),
  two('Kept: which two', ['compare-button']),
  two('Kept: side by side', ['compare-button', 'history-show', 'history-show:1']),
  two('Kept: one was removed', ['history-remove']),
  pressed('A guide that does not add up', six([3, 2], 'hard')),
  {
    name: 'Few are left',
    attributes: { usage: 'always', studio: 'none', timeout: '600' },
    answers: [silence],
    usage: usage(7),
    press: true,
    still: true,
  },
  {
    name: 'One is left',
    attributes: { usage: 'always', studio: 'none', timeout: '600' },
    answers: [silence],
    usage: usage(1),
    press: true,
    still: true,
  },
  pressed('The month is used up', monthGone, { usage: usage(0) }),
  two('The month is used up, and designs are kept', [another(4)], { answers: [whole, whole, monthGone] }),
  two('The month is used up, and this design is kept', [wish(6)], { answers: [whole, monthGone] }),
  pressed('The visitor’s day is used up', visitorDay, { behind: true }),
  pressed('Too many, for hours', after(0.5 * HOUR)),
  pressed('Too many, until tomorrow', after(24 * HOUR)),
  pressed('Too many, until a day of the week', after(72 * HOUR)),
  pressed('Credits are gone', refusal(402), { attributes: { provider: 'picsart' } }),
  pressed('A size that is not allowed', silence, { attributes: { 'width-cm': '5000' } }),
  pressed('A size, without its field', silence, { attributes: { 'width-cm': '5000', controls: 'none' } }),
  pressed('A kind that is none', silence, { attributes: { ...picsart, pattern: 'waves', controls: PICSART_FIELDS } }),
  pressed('Something is not allowed', refusal(400, 'INVALID_DIMENSIONS')),
  pressed('No such craft', refusal(400, 'INVALID_NICHE')),
  pressed('The owner’s key is wrong', refusal(401, 'INVALID_API_KEY')),
  pressed('The server fails', refusal(500, 'PROCESSING_ERROR'), { behind: true }),
  pressed('The connection is lost', lost, { behind: true }),
  pressed('The answer is no pattern', () => json({}), { behind: true }),
  pressed('The server is silent', silence, { behind: true, attributes: { timeout: '1' } }),
  pressed('The server finds it too large', refusal(413, 'IMAGE_TOO_LARGE')),
  { name: 'No picture at all', picture: noPicture },
  { name: 'Half a picture', picture: halfLoaded },
  { name: 'A picture of an iPhone', picture: heic },
  { name: 'Far too many pixels', picture: bomb },
  { name: 'A drawing of too many parts', picture: tooManyParts },
  { name: 'A file that was moved', picture: moved },
  { name: 'A picture that another site does not lend', attributes: { 'image-url': 'https://pictures.invalid/' }, picture: null },
  { name: 'Nothing to be seen in it', picture: blank },
  { name: 'Offline', answers: [silence], then: [pressOffline], alone: true },
  two('The browser stores nothing', ['history-rename', nameInVain], { alone: true }),
  two('A name for it', ['history-rename'], { alone: true }),
];
