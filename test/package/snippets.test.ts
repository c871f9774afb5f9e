import { readdirSync, readFileSync } from 'node:fs';

// The guide prints the code of the apps that `npm run test:frameworks` tries.
const APPS = 'test/frameworks/apps';
const guide = readFileSync('demo/guide/frameworks.md', 'utf8');
const printed = [...guide.matchAll(/^```\w+\n([^]*?)^```$/gm)].map(([, code]) => code);
const makers = readdirSync(APPS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `${APPS}/${name}/${readdirSync(`${APPS}/${name}`).find((file) => /^maker\./i.test(file))}`);
const codeOf = (file: string) => readFileSync(file, 'utf8');

it.each(makers)('the guide prints %s', (file) => expect(printed).toContain(codeOf(file)));
it('and no code that no app tries', () => {
  const tried = makers.map(codeOf);
  expect(printed.filter((code) => !tried.includes(code!))).toEqual([]);
});
