import { defaultMinifyOptions, minifyHTMLLiterals } from '@literals/html-css-minifier';
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

/**
 * Two bundled copies of Lit would both ask for the Trusted Types policy `lit-html`, and a page that lists its policies
 * would refuse the second. Ours has its own name and is not asked for again by a second copy of this script.
 */
export const ownTrustedTypesPolicy = (): Plugin => ({
  name: 'own-trusted-types-policy',
  transform(code, id) {
    if (!id.endsWith('lit-html.js')) return;
    const own = code.replace(
      /(\w+)=(\w+)\?\2\.createPolicy\("lit-html"/,
      '$1=$2&&!customElements.get("pattern-generator")?$2.createPolicy("pattern-generator"',
    );
    if (own === code) throw new Error('lit-html no longer creates its policy the way this build knows');
    return { code: own, map: null };
  },
});
