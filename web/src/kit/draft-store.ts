const prefix = "jinengtong.draft.";
const keepMs = 30 * 24 * 3600 * 1000;

interface Stored<T> {
  savedAt: number;
  value: T;
}

/** Reads a draft; null if it is older than 30 days or unreadable. */
export function readDraft<T>(storage: Storage, key: string, now: number): T | null {
  try {
    const stored = JSON.parse(storage.getItem(prefix + key) ?? "null") as Stored<T> | null;
    return stored !== null && now - stored.savedAt < keepMs ? stored.value : null;
  } catch {
    return null;
  }
}

/** Saves a draft; if storage is full or blocked, nothing is saved. */
export function writeDraft(storage: Storage, key: string, value: unknown, now: number): boolean {
  try {
    storage.setItem(prefix + key, JSON.stringify({ savedAt: now, value } satisfies Stored<unknown>));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(storage: Storage, key: string): void {
  storage.removeItem(prefix + key);
}

/** Deletes all drafts, so that the next person on a shared phone doesn't see them. */
export function dropAllDrafts(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
}
