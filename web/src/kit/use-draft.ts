import { useCallback, useEffect, useState } from "react";
import { dropDraft, readDraft, writeDraft } from "./draft-store.ts";

interface Draft<T> {
  value: T;
  set: (change: Partial<T>) => void;
  /** True if an earlier visit's draft was restored. Say so on the page. */
  restored: boolean;
  /** Deletes the draft: after it was sent, or on the person's request. */
  clear: () => void;
}

/**
 * Form values that survive a closed page, a lost network or an ended session. `secret` ones (ID numbers, passwords, codes) are
 * never written. Without a key nothing is saved.
 */
export function useDraft<T extends object>(
  key: string | null,
  initial: T,
  secret: readonly (keyof T)[] = [],
): Draft<T> {
  const [found] = useState(() => (key === null ? null : readDraft<T>(localStorage, key, Date.now())));
  const [value, setValue] = useState<T>({ ...initial, ...found });
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (!touched || key === null) return undefined;
    const kept = Object.fromEntries(Object.entries(value).filter(([name]) => !secret.includes(name as keyof T)));
    const timer = setTimeout(() => writeDraft(localStorage, key, kept, Date.now()), 300);
    return () => clearTimeout(timer);
    // The names of secret fields are written in the page and never change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, value, touched]);
  const set = useCallback((change: Partial<T>) => {
    setTouched(true);
    setValue((old) => ({ ...old, ...change }));
  }, []);
  const clear = useCallback(() => {
    if (key !== null) dropDraft(localStorage, key);
    setTouched(false);
    setValue(initial);
    // The initial values are those of the first render; a caller may build them anew on each.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  return { value, set, restored: found !== null, clear };
}
