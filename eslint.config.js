import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** The rooms of the house, and which others each may see. All may use `core`, which sees none. */
const ROOMS = {
  core: [],
  engine: [],
  image: [],
  cache: [],
  quota: [],
  chart: ['engine'],
  flight: [],
  providers: ['quota'],
  api: ['providers', 'quota'],
  generation: ['api', 'cache', 'flight', 'image', 'providers', 'quota'],
  proxy: ['api', 'cache/key', 'flight', 'image/header', 'providers', 'quota'],
  studio: ['cache/key', 'chart', 'engine', 'image', 'providers'],
  element: ['cache/store/entry', 'chart', 'generation', 'providers', 'quota', 'studio'],
  script: ['element'],
};

const room = (name) => {
  const seen = [...ROOMS[name], ...(name === 'core' ? [] : ['core'])];
  const hidden = Object.keys(ROOMS).filter((other) => other !== name && !seen.includes(other));
  return {
    files: [`src/${name}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: hidden.map((other) => {
            // Of some rooms only a part may be seen.
            const parts = seen.filter((one) => one.startsWith(other + '/')).map((one) => one.slice(other.length));
            return {
              regex: `^(\\.\\./)+${other}(?!${parts.map((part) => part + '\\b').join('|') || '$^'})/`,
              message: `${name} does not know ${other}: see ROOMS in eslint.config.js`,
            };
          }),
        },
      ],
    },
  };
};

export default tseslint.config(
  { ignores: ['**/dist', 'coverage', 'playwright-report', 'test-results', 'node_modules', '.data', 'test/frameworks/apps'] },
  ...tseslint.configs.recommended,
  lit.configs['flat/recommended'],
  { ...wc.configs['flat/best-practice'], settings: { wc: { elementBaseClasses: ['LitElement'] } } },
  { rules: { 'wc/guard-super-call': 'off', eqeqeq: ['error', 'always', { null: 'ignore' }] } }, // LitElement always has the lifecycle callbacks
  {
    files: ['test/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
  // What is not waited for must say so: a rejection nobody hears is an error of the page around the widget.
  {
    files: ['src/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/no-floating-promises': 'error', '@typescript-eslint/no-misused-promises': 'error' },
  },
  { files: ['src/element/viewer/**'], rules: { eqeqeq: 'off' } },
  ...Object.keys(ROOMS).map(room),
);
