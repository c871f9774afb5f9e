import { promisifyRequest } from 'idb-keyval';

export const STORES = ['facts', 'index', 'results', 'progress', 'arrivals', 'tally'];

/**
 * Opens the database whatever its version and adds the object stores it lacks. Asking for no version makes older, newer
 * and half-made databases one case, and nothing in them is ever deleted.
 */
export async function connect(factory: IDBFactory, name: string, version?: number): Promise<IDBDatabase> {
  const request = factory.open(name, version);
  const missing = () => STORES.filter((store) => !request.result.objectStoreNames.contains(store));
  request.onupgradeneeded = () => {
    missing().forEach((store) => request.result.createObjectStore(store));
    // The order of use, kept by the database itself: what goes first is found without reading the rest.
    const index = request.transaction!.objectStore('index');
    if (!index.indexNames.contains('used')) index.createIndex('used', 'used');
  };
  const db = await promisifyRequest(request);
  if (!missing().length) return db;
  db.close();
  return connect(factory, name, db.version + 1);
}
