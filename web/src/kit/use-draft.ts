import { useCallback, useEffect, useState } from "react";
import { dropDraft, readDraft, writeDraft } from "./draft-store.ts";

interface Draft<T> {
  value: T;
  set: (change: Partial<T>) => void;
  /** True where an earlier visit's words were found. Say so on the page. */
  restored: boolean;
  /** Forgets the draft: after it was sent, or when the person wants to begin anew. */
  clear: () => void;
}

/**
 * Form values that survive a closed page, a lost network or an ended session. Never put whole ID numbers, passwords or
 * codes into a draft: keep those in `useState`.
 */
export function useDraft<T extends object>(key: string, initial: T): Draft<T> {
  const [found] = useState(() => readDraft<T>(localStorage, key, Date.now()));
  const [value, setValue] = useState<T>({ ...initial, ...found });
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (!touched) return undefined;
    const timer = setTimeout(() => writeDraft(localStorage, key, value, Date.now()), 300);
    return () => clearTimeout(timer);
  }, [key, value, touched]);
  const set = useCallback((change: Partial<T>) => {
    setTouched(true);
    setValue((old) => ({ ...old, ...change }));
  }, []);
  const clear = useCallback(() => {
    dropDraft(localStorage, key);
    setTouched(false);
    setValue(initial);
    // The initial values are those of the first render; a caller may build them anew on each.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  return { value, set, restored: found !== null, clear };
}
