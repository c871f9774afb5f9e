// Firefox and WebKit for the tests: used where they are, never required. `node test/support/other-browsers.mjs` installs what is
// missing (as root on Debian and Ubuntu), or says that it is skipped.
import { existsSync, realpathSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { firefox, webkit } from 'playwright';
import { miniBrowser } from './webkit-driver.mjs';

const FIREFOX = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:/Program Files/Mozilla Firefox/firefox.exe'],
};
/** Launch options for Playwright: its own build, else the system's Firefox over WebDriver BiDi (channel moz-firefox, Playwright <= 1.64 with ESR 153). */
export function findFirefox() {
  if (existsSync(firefox.executablePath())) return {};
  const executablePath = process.env.FIREFOX_PATH ?? (FIREFOX[process.platform] ?? []).find((p) => existsSync(p));
  return executablePath && { channel: 'moz-firefox', executablePath };
}
/** The system's WebKitGTK. It alone speaks WebDriver, as the journeys do. */
export const hasWebKitGtk = () => !!miniBrowser() && existsSync('/usr/bin/WebKitWebDriver');
/** Playwright's own build, else the system's WebKitGTK. */
export const findWebKit = () => (existsSync(webkit.executablePath()) ? 'playwright' : hasWebKitGtk() ? 'webkitgtk' : undefined);
/** What is left out on this machine for want of a browser. */
export const skipped = () =>
  [
    !findFirefox() && 'all that runs in Firefox',
    !findWebKit() && 'all that runs in WebKit',
    findWebKit() && !hasWebKitGtk() && "the journeys in WebKit (they need WebKitGTK; Playwright's build speaks no WebDriver)",
  ].filter(Boolean);

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (skipped().length && process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr', 'webkit2gtk-driver', 'xvfb'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const firefoxFound = findFirefox();
  if (firefoxFound) console.log(`[browsers] Firefox: ${firefoxFound.executablePath ?? 'playwright'}`);
  if (findWebKit()) console.log(`[browsers] WebKit: ${findWebKit()}`);
  for (const what of skipped()) console.log(`[browsers] SKIPPED ${what}: not to be had on this machine`);
}
