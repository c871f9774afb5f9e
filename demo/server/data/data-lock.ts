import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

// The embedded SQLite marks a database in use by a folder beside it, which a killed process leaves behind, and then nobody
// could open the data again. So the owner's process id is noted, and the mark of a process that is gone is taken away.
const mine = new Set<string>();

export function takeLock(file: string): () => void {
  const path = resolve(file);
  const note = `${path}.pid`;
  const mark = `${path}.lock`;
  const owner = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  if (mine.has(path) || (owner !== process.pid && isAlive(owner))) {
    throw new Error(
      `${path} is in use by process ${owner}. Stop it, choose another DATA_DIR, or remove ${note} if it is not our server.`,
    );
  }
  rmSync(mark, { recursive: true, force: true });
  writeFileSync(note, String(process.pid));
  mine.add(path);
  return () => {
    mine.delete(path);
    rmSync(note, { force: true });
  };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0); // signal 0 only asks
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
