import { defineConfig } from 'vite';
import { minifyLitTemplates } from './src/script/build/lit.js';

/** What every script file is built with; src/script/build/scripts.ts says which there are and how they find each other. */
export default defineConfig({
  plugins: [minifyLitTemplates()],
  build: {
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: false, minify: true, generatedCode: { symbols: false } } },
  },
});
