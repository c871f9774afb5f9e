import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultMinifyOptions, minifyHTMLLiterals } from '@literals/html-css-minifier';
import { build, defineConfig, type Plugin } from 'vite';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const sha384 = (code: string | Uint8Array) => 'sha384-' + createHash('sha384').update(code).digest('base64');
const target = 'es2022';

const minifyLitTemplates = (): Plugin => ({
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
const ownTrustedTypesPolicy = (): Plugin => ({
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

/** What is loaded only when it is needed: one line here, one in src/element/files.ts and one in src/script/files.ts. */
const LATER = { making: 'src/generation/making.ts', viewer: 'src/element/viewing.ts' };

/** A script file finds the later ones by its own address and checks them, which `import()` alone does not. */
const ownFiles = (): Plugin => {
  let swapped = false;
  return {
    name: 'own-files',
    load(id) {
      if (id !== path('src/element/files.ts')) return;
      swapped = true;
      return `export * from ${JSON.stringify(path('src/script/files.ts'))}`;
    },
    buildEnd(error) {
      if (!error && !swapped) throw new Error('src/element/files.ts is not where this build looks for it');
    },
  };
};

/** Builds the later files first, so that their hashes can be baked into the first. */
const laterFiles = (): Plugin => {
  const files = new Map<string, string>();
  return {
    name: 'later-files',
    async config() {
      const known: Record<string, string> = {};
      for (const [name, entry] of Object.entries(LATER)) {
        const built = await build({
          configFile: false,
          logLevel: 'error',
          plugins: [minifyLitTemplates()],
          build: {
            write: false,
            target,
            lib: { entry: path(entry), formats: ['es'] },
            rolldownOptions: { output: { minify: true } },
          },
        });
        const { code } = (built as unknown as { output: { code: string }[] }[])[0]!.output[0]!;
        const file = `pattern-generator.${name}.js`;
        files.set(file, code);
        known[name] = sha384(code).slice(7);
      }
      return { define: { __FILES__: JSON.stringify(known) } };
    },
    generateBundle() {
      for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
    },
    writeBundle() {
      const scripts = readdirSync(path('dist')).filter((file) => file.endsWith('.js'));
      const integrity = Object.fromEntries(scripts.sort().map((file) => [file, sha384(readFileSync(path('dist/' + file)))]));
      writeFileSync(path('dist/integrity.json'), JSON.stringify(integrity, null, 2) + '\n');
      if (integrity['pattern-generator.iife.js']) console.table(integrity);
    },
  };
};

// The two script files: `vite build` makes the module, `vite build --mode iife` the classic script beside it.
export default defineConfig(({ mode }) => {
  const iife = mode === 'iife';
  return {
    plugins: [minifyLitTemplates(), ownTrustedTypesPolicy(), ownFiles(), laterFiles()],
    build: {
      target,
      sourcemap: true,
      emptyOutDir: false, // dist/npm is another step's; `npm run build` begins with an empty folder
      outDir: 'dist',
      lib: {
        entry: 'src/script/index.ts',
        formats: [iife ? 'iife' : 'es'],
        name: 'PatternGeneratorElement',
        fileName: () => (iife ? 'pattern-generator.iife.js' : 'pattern-generator.js'),
      },
      rolldownOptions: {
        output: { codeSplitting: false, minify: true },
        // A classic script has no address of its own there; it reads `document.currentScript`.
        ...(iife && { transform: { define: { 'import.meta': '{}' } } }),
      },
    },
  };
});
