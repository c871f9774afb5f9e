import { build } from 'vite';

interface Chunk {
  type: 'chunk' | 'asset';
  fileName: string;
  code?: string;
}

/**
 * The pages' own scripts, bundled once at the start and kept in memory: a page of forty modules would be a page of forty
 * round trips. Path → code; what pages share is in files of its own.
 */
export async function pageScripts(entries: Record<string, string>): Promise<Map<string, Buffer>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entries,
        output: { format: 'es', minify: true, entryFileNames: 'pages/[name].js', chunkFileNames: 'pages/[name]-[hash].js' },
      },
    },
  });
  const { output } = built as unknown as { output: Chunk[] };
  return new Map(output.filter(({ type }) => type === 'chunk').map(({ fileName, code }) => ['/' + fileName, Buffer.from(code!)]));
}
