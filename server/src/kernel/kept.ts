import type { Services } from "./services.ts";

/** A value as it was read, and which version of its facts it was read from. */
export interface Versioned<T> {
  version: string;
  value: T;
}

/**
 * Values that many ask for and few change, kept in the process. Whoever asks has read in the same request which version is in force,
 * so that what another process changed is never served from here; a version is given once and never again.
 */
export class Kept<T> {
  private readonly places = new WeakMap<Services, Map<string, Versioned<T>>>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** The value of this version, or else what is read now. Null where there is nothing to read. */
  async get(
    services: Services,
    key: string,
    version: string,
    read: () => Promise<Versioned<T> | null>,
  ): Promise<T | null> {
    let kept = this.places.get(services);
    if (!kept) this.places.set(services, (kept = new Map()));
    const known = kept.get(key);
    const found = known?.version === version ? known : await read();
    // The one used last goes to the end; the one not used for longest makes room.
    kept.delete(key);
    if (!found) return null;
    kept.set(key, found);
    const oldest = kept.size > this.most ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    return found.value;
  }
}
