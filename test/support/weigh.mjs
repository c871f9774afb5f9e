// What a module adds to the script file: `node test/support/weigh.mjs src/quota/classifier.ts` prints minified and brotli-11 bytes.
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

export const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } }).length;

if (process.argv[1]?.endsWith('weigh.mjs'))
  for (const entry of process.argv.slice(2)) {
    const { output } = (
      await build({
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          target: 'es2022',
          lib: { entry, formats: ['es'] },
          rolldownOptions: { external: [/^lit/, 'idb-keyval'], output: { minify: true } },
        },
      })
    )[0];
    for (const { fileName, code } of output)
      if (code) console.log(`${entry} -> ${fileName}: ${code.length} B minified, ${brotli(Buffer.from(code))} B brotli`);
  }
