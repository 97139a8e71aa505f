import type { Services } from "./services.ts";

/** A value with the version of the facts that it was read from. */
export interface Versioned<T> {
  version: string;
  value: T;
}

/**
 * In-process LRU cache for values that are read often and seldom change. The caller reads the current version from the database in the
 * same request. A version is never reused, so an equal version means the cached value is current, whichever process changed it.
 */
export class VersionedCache<T> {
  private readonly places = new WeakMap<Services, Map<string, Versioned<T>>>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** Returns the cached value if its version is `version`; otherwise calls `read` and caches the result. Null if `read` finds nothing. */
  async get(
    services: Services,
    key: string,
    version: string,
    read: () => Promise<Versioned<T> | null>,
  ): Promise<T | null> {
    let cached = this.places.get(services);
    if (!cached) this.places.set(services, (cached = new Map()));
    const known = cached.get(key);
    const found = known?.version === version ? known : await read();
    // A Map keeps insertion order: the key used last moves to the end, the least recently used is evicted.
    cached.delete(key);
    if (!found) return null;
    cached.set(key, found);
    const oldest = cached.size > this.most ? cached.keys().next().value : undefined;
    if (oldest !== undefined) cached.delete(oldest);
    return found.value;
  }
}
