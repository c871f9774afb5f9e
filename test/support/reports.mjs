// What a runner's report says: how many passed, and of each test that did not its name and the first lines of why.
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const STACK = /^\s*(at |\S*@https?:)/;
const told = (name, why) => {
  const lines = stripVTControlCharacters(String(why)).split('\n');
  return [name, ...lines.filter((line) => line.trim() && !STACK.test(line)).slice(0, 6)].join('\n    ');
};

export const vitest = ({ numPassedTests, testResults }) => ({
  passed: numPassedTests,
  failed: testResults.flatMap(({ name, message, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (!failed.length && status === 'failed') return told(relative(process.cwd(), name), message);
    return failed.map((test) => told(`${relative(process.cwd(), name)}: ${test.fullName}`, test.failureMessages[0]));
  }),
});

const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
export const playwright = ({ stats, suites, errors }) => ({
  passed: stats.expected,
  failed: [
    ...errors.map(({ message }) => told('the run itself', message)),
    ...suites
      .flatMap(specs)
      .flatMap(({ file, title, tests }) =>
        tests
          .filter(({ status }) => status === 'unexpected' || status === 'flaky')
          .map(({ projectName, results }) =>
            told(`${file} (${projectName}): ${title}`, results.find(({ error }) => error)?.error.message),
          ),
      ),
  ],
});
