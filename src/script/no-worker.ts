/** Where everything is in one file there is none that a worker could be started from. */
export const startWorker = (): Worker | undefined => undefined;
