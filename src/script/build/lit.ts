import { defaultMinifyOptions, minifyHTMLLiterals } from '@literals/html-css-minifier';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** White space and quotes out of templates and style sheets. */
export const minifyLitTemplates = (): Plugin => ({
  name: 'minify-lit-templates',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.endsWith('.ts') || id.includes('/node_modules/')) return;
    const minified = await minifyHTMLLiterals(code, {
      fileName: id,
      minifyOptions: { ...defaultMinifyOptions, removeAttributeQuotes: true },
    });
    return minified ? { code: minified.code, map: minified.map as never } : undefined;
  },
});

const policy = fileURLToPath(new URL('../policy.ts', import.meta.url));

/** The script files have one Trusted Types policy, of our own name: Lit takes that one instead of making `lit-html`. */
export const ownTrustedTypesPolicy = (): Plugin => ({
  name: 'own-trusted-types-policy',
  transform(code, id) {
    if (!id.endsWith('lit-html.js')) return;
    const own = code.replace(/(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/, 'ourPolicy');
    if (own === code) throw new Error('lit-html no longer creates its policy the way this build knows');
    return { code: `import { policy as ourPolicy } from ${JSON.stringify(policy)};\n${own}`, map: null };
  },
});
