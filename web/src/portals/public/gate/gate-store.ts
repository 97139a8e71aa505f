const KEY = "gate-key";
const CHECKS = "gate-checks";
const MOST = 200;

export interface KeptCheck {
  code: string;
  checkedAt: string;
}

function read<T>(name: string, none: T): T {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "") as T;
  } catch {
    return none;
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A full or forbidden store: the check still shows, it is only not reported later.
  }
}

/** The key as it was last read with network, so that the page checks without. */
export const keptKey = (): string | null => read<string | null>(KEY, null);
export const keepKey = (key: string): void => write(KEY, key);

/** Checks made without network, to be reported. */
export const keptChecks = (): KeptCheck[] => read<KeptCheck[]>(CHECKS, []);
export const keepCheck = (check: KeptCheck): void => write(CHECKS, [...keptChecks(), check].slice(-MOST));
export const dropChecks = (n: number): void => write(CHECKS, keptChecks().slice(n));
