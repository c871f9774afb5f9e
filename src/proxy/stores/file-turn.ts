import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

// The embedded SQLite marks a database in use by a folder beside it, and a killed process leaves that behind: nobody could
// open the data again. So turns are taken by a file that says whose it is, and the turn of a process that is gone is over.
// Work within a turn is a few milliseconds without a break, so one on another host (a shared volume) that is old is gone too.
const OLD = 30_000;
const RIGHT = 5000;

/** What this process writes: host, process, and a word of its own, for in a container every first process is number 1. */
const host = hostname();
const word = crypto.randomUUID();
let turns = 0;

/** Takes the turn at a database file, or not: `undefined` while another process has it. Call what it returns to end it. */
export function takeTurn(file: string): (() => void) | undefined {
  const path = `${file}.turn`;
  const mine = [host, process.pid, word, ++turns].join(' ');
  for (let tries = 0; tries < 2; tries++) {
    try {
      write(path, mine);
      // Whoever had the database open before this turn is gone, whatever its mark says.
      rmSync(`${file}.lock`, { recursive: true, force: true });
      return () => rmSync(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (!endDeadTurn(path)) return;
    }
  }
  return;
}

/** Makes the file with all that stands in it, in one step: a process may be killed at any moment. Throws where there is one. */
function write(path: string, mine: string): void {
  const draft = `${path}.${process.pid}.${word}`;
  writeFileSync(draft, mine);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Not every file system has hard links.
    writeFileSync(path, mine, { flag: 'wx' });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Ends the turn of a process that is gone. The right to end one certain turn is taken once: two must not end each other's. */
function endDeadTurn(path: string): boolean {
  try {
    const turn = readFileSync(path, 'utf8');
    const age = Date.now() - statSync(path).mtimeMs;
    if (!isDead(turn, age)) return false;
    const right = `${path}.${turn.replace(/\W/g, '')}.${Math.floor(age / RIGHT)}`;
    mkdirSync(right);
    try {
      if (readFileSync(path, 'utf8') !== turn) return false;
      renameSync(path, `${right}/turn`);
    } finally {
      // Whoever takes it from now on finds that the turn is another one.
      rmSync(right, { recursive: true, force: true });
    }
    const [, pid, whose] = turn.split(' ');
    if (whose) rmSync(`${path}.${pid}.${whose}`, { force: true }); // what it may have been writing
    return true;
  } catch {
    return false; // ended meanwhile, or another has the right
  }
}

function isDead(turn: string, age: number): boolean {
  const [where, pid, whose] = turn.split(' ');
  if (!whose) return age > RIGHT; // killed between making the file and writing to it
  if (where !== host) return age > OLD;
  if (Number(pid) === process.pid) return whose !== word;
  try {
    process.kill(Number(pid), 0); // signal 0 only asks
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'EPERM';
  }
}
