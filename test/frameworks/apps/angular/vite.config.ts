import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { createEs2015LinkerPlugin } from '@angular/compiler-cli/linker/babel';
import { NodeJSFileSystem, ConsoleLogger, LogLevel } from '@angular/compiler-cli';
import { transformAsync } from '@babel/core';
import { defineConfig, type Plugin } from 'vite';

const apps = new URL('..', import.meta.url).pathname;
const emitted = new URL('../../dist/angular-ahead/', import.meta.url).pathname;

/** Ahead of time, as `ng build` does: the app as `ngc` has written it, and Angular's own packages linked; no compiler on the page. */
function ahead(): Plugin {
  const linker = createEs2015LinkerPlugin({
    fileSystem: new NodeJSFileSystem(),
    logger: new ConsoleLogger(LogLevel.warn),
    linkerJitMode: false,
  });
  return {
    name: 'ahead-of-time',
    enforce: 'pre',
    load(id) {
      if (id.startsWith(apps) && id.endsWith('.ts')) return readFile(emitted + relative(apps, id).replace(/ts$/, 'js'), 'utf8');
    },
    async transform(code, id) {
      if (!/@angular\/.*\.mjs$/.test(id) || !code.includes('ɵɵngDeclare')) return;
      const linked = await transformAsync(code, { filename: id, plugins: [linker], compact: false, configFile: false });
      return { code: linked!.code!, map: null };
    },
  };
}

// On the server, too, Angular's packages are linked and so need no compiler, which makes that file a large one.
export default defineConfig({
  plugins: [ahead()],
  ssr: { noExternal: [/^@angular\//] },
  build: { chunkSizeWarningLimit: 5000 },
});
