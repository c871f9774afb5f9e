import { promisifyRequest } from 'idb-keyval';

export const STORES = ['facts', 'index', 'results'];

/**
 * Opens the database whatever its version and adds the object stores it lacks. Asking for no version makes older, newer
 * and half-made databases one case, and nothing in them is ever deleted.
 */
export async function connect(factory: IDBFactory, name: string, version?: number): Promise<IDBDatabase> {
  const request = factory.open(name, version);
  const missing = () => STORES.filter((store) => !request.result.objectStoreNames.contains(store));
  request.onupgradeneeded = () => missing().forEach((store) => request.result.createObjectStore(store));
  const db = await promisifyRequest(request);
  if (!missing().length) return db;
  db.close();
  return connect(factory, name, db.version + 1);
}
