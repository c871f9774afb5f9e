// A package-lock.json must work on every platform and name no download host.
import { readFileSync } from 'node:fs';

function check(file) {
  const { packages } = JSON.parse(readFileSync(new URL('../../' + file, import.meta.url), 'utf8'));
  const bad = [];
  for (const [at, p] of Object.entries(packages)) {
    // Workspaces of the project itself are linked, and no download.
    if (p.link || !/(^|\/)node_modules\//.test(at)) continue;
    if (p.resolved) bad.push(`${at}: has "resolved" (set omit-lockfile-registry-resolved=true and run npm install)`);
    if (!p.integrity && !p.inBundle) bad.push(`${at}: no integrity`);
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
  console.log(
    bad.length ? [file, ...bad].join('\n') : `${file}: ${Object.keys(packages).length} entries, all platforms, no hosts`,
  );
  return bad.length;
}

const LOCKS = ['package-lock.json', 'test/frameworks/package-lock.json', 'test/lighthouse/package-lock.json'];
process.exit(LOCKS.filter(check).length ? 1 : 0);
