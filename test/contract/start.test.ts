// `npm start`: pages, built files and API on one origin.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let child: ChildProcess;
let url: string;
let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pattern-start-'));
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir };
  child = spawn(process.execPath, ['--import', 'tsx', 'demo/server/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  url = await new Promise((resolve, reject) => {
    const hear = (part: Buffer) => {
      said += part.toString();
      const port = /Demo: http:\/\/localhost:(\d+)\//.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.on('exit', (code) => reject(new Error(`exit ${code}: ${said}`)));
  });
}, 60_000);

afterAll(async () => {
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await rm(dataDir, { recursive: true, force: true });
});

it('serves both APIs and the control API', async () => {
  expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
  expect((await fetch(`${url}/tools/1.0/balance`, { headers: { 'X-Picsart-API-Key': 'picsart_demo' } })).status).toBe(200);
  expect((await fetch(`${url}/_control/state`)).status).toBe(200);
});

const bodyOf = async (path: string) => {
  const response = await fetch(url + path, { headers: { 'Accept-Encoding': 'br' } });
  expect([path, response.status]).toEqual([path, 200]);
  return { headers: response.headers, text: await response.text() };
};

it('serves its pages under a strict policy, with every file they name', async () => {
  for (const page of ['/', '/playground.html', '/themes.html', '/embed.html', '/embed-classic.html']) {
    const { headers, text } = await bodyOf(page);
    expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(text).not.toMatch(/<style|style="|<script>|<!-- \w+ -->/);
    const files = [...text.matchAll(/(?:src|href|data-picture)="(\/[^"]+\.(?:js|css|jpg|webp|html))"/g)].map(([, path]) => path!);
    expect(files.length).toBeGreaterThan(3);
    for (const file of files.filter((file) => !file.startsWith('/dist/'))) await bodyOf(file);
  }
});

it('bundles the scripts of its pages', async () => {
  const { headers, text } = await bodyOf('/pages/product.js');
  expect([headers.get('Content-Type'), headers.get('Content-Encoding')]).toEqual(['text/javascript; charset=utf-8', 'br']);
  expect(text).not.toContain('interface ');
});

it.each(['/server/start.ts', '/server/README.md', '/none.html', '/pages/../server/start.ts', '/index', '/guide/'])(
  'does not serve %s',
  async (path) => expect((await fetch(url + path)).status).toBe(404),
);

it('serves nothing outside of dist as a built file, and says how to get them', async () => {
  // node:http, because fetch tidies up the path itself
  const get = (path: string) =>
    new Promise<[number?, string?]>((resolve) => {
      request({ hostname: '127.0.0.1', port: new URL(url).port, path }, (response) => {
        let text = '';
        response.on('data', (part) => (text += part)).on('end', () => resolve([response.statusCode, text]));
      }).end();
    });
  for (const path of ['/dist/../package.json', '/dist/..%2fpackage.json', '/dist/%2e%2e/package.json', '/dist/%', '/dist/']) {
    const [status, text] = await get(path);
    expect(status, path).toBe(404);
    expect(text).not.toContain('pattern-generator-element');
  }
  const missing = await fetch(`${url}/dist/none.js`);
  expect(missing.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(await missing.text()).toContain('npm run build');
});
