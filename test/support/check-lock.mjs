// package-lock.json must work on every platform and name no download host.
import { readFileSync } from 'node:fs';
const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
const bad = [];
for (const [at, p] of Object.entries(packages)) {
  if (p.resolved) bad.push(`${at}: has "resolved" (set omit-lockfile-registry-resolved=true and run npm install)`);
  if (at && !p.link && !p.integrity && !p.inBundle) bad.push(`${at}: no integrity`);
  for (const dep of Object.keys(p.optionalDependencies ?? {})) {
    let dir = at,
      hit = false;
    for (;;) {
      hit ||= `${dir}${dir && '/'}node_modules/${dep}` in packages;
      if (hit || !dir) break;
      dir = dir.includes('/node_modules/') ? dir.slice(0, dir.lastIndexOf('/node_modules/')) : '';
    }
    if (!hit) bad.push(`${at}: optional dependency ${dep} is not in the lock file`);
  }
}
console.log(bad.length ? bad.join('\n') : `package-lock.json: ${Object.keys(packages).length} entries, all platforms, no hosts`);
process.exit(bad.length ? 1 : 0);
