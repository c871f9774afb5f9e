// Starts Xvfb (when there is no DISPLAY) and WebKitWebDriver; returns { port, capabilities, stop }.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
const freePort = () =>
  new Promise((ok) => {
    const s = createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address();
      s.close(() => ok(port));
    });
  });
export const miniBrowser = () =>
  ['4.1', '6.0', '4.0']
    .flatMap((v) => ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((a) => `/usr/lib/${a}/webkit2gtk-${v}/MiniBrowser`))
    .find((p) => existsSync(p));
export async function startWebKit() {
  const binary = miniBrowser();
  if (!binary || !existsSync('/usr/bin/WebKitWebDriver'))
    throw new Error('Real WebKit tests need: apt-get install -y webkit2gtk-driver xvfb');
  const kids = [];
  let display = process.env.DISPLAY;
  if (!display) {
    const x = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    kids.push(x);
    display =
      ':' +
      (await new Promise((ok, no) => {
        x.stdio[3].once('data', (b) => ok(String(b).trim()));
        x.once('error', no);
        x.once('exit', () => no(new Error('Xvfb did not start')));
      }));
  }
  const port = await freePort();
  kids.push(
    spawn('/usr/bin/WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display },
    }),
  );
  for (let i = 0; ; i++) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      break;
    } catch (e) {
      if (i > 100) throw e;
      await new Promise((r) => setTimeout(r, 50));
    }
  }
  return {
    port,
    capabilities: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    stop: () => kids.reverse().forEach((k) => k.kill()),
  };
}
