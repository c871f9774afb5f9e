import { policy } from './policy.js';

/** A worker from the address from which a file came. */
export const startWorker = (address?: string): Worker | undefined =>
  address ? new Worker((policy?.createScriptURL(address) as unknown as string) ?? address) : undefined;
