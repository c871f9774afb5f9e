import fs from 'node:fs';

/**
 * Does something with a database that nobody else has open. The embedded SQLite marks one in use by a folder beside it, and takes
 * its own mark for another's when it asks whether a journal is left from a process that was killed: what such a one wrote by
 * half was never undone, and the file was broken. While this runs, the mark is not there to be seen.
 */
export function alone<T>(path: string, work: () => T): T {
  const { accessSync } = fs;
  fs.accessSync = (file, mode) => {
    if (file === `${path}.lock`) throw new Error('It is ours');
    accessSync(file, mode);
  };
  try {
    return work();
  } finally {
    fs.accessSync = accessSync;
  }
}
