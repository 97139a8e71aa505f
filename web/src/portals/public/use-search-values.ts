import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** Filters of a list in the address: they survive a reload and can be shared. */
export function useSearchValues(): [
  read: (name: string) => string,
  write: (name: string, value: string) => void,
  clear: () => void,
] {
  const [search, setSearch] = useSearchParams();
  const read = useCallback((name: string) => search.get(name) ?? "", [search]);
  const write = useCallback(
    (name: string, value: string) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          if (value === "") next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  const clear = useCallback(() => setSearch({}, { replace: true }), [setSearch]);
  return [read, write, clear];
}
