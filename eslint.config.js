import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'coverage', 'playwright-report', 'test-results', 'node_modules', '.data'] },
  ...tseslint.configs.recommended,
  lit.configs['flat/recommended'],
  { ...wc.configs['flat/best-practice'], settings: { wc: { elementBaseClasses: ['LitElement'] } } },
  { rules: { 'wc/guard-super-call': 'off' } }, // LitElement always has the lifecycle callbacks
  {
    files: ['test/**'],
    rules: { '@typescript-eslint/no-explicit-any': 'off', '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
