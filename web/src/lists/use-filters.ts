import { useSearchParams } from "react-router";

/** Props for the field of one filter. */
export interface Bound {
  value: string;
  onChange: (value: string) => void;
}

/**
 * Filters in the address, so that a filtered list can be bookmarked and shared. Empty means unfiltered. `bind` gives a field its
 * filter; `usual` is its default, which isn't written to the address.
 */
export function useFilters<Name extends string>(
  names: readonly Name[],
): [
  filters: Record<Name, string>,
  setFilters: (change: Partial<Record<Name, string>>) => void,
  bind: (name: Name, usual?: string) => Bound,
] {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ""])) as Record<Name, string>;
  function change(next: Partial<Record<Name, string>>): void {
    setSearch(
      (old) => {
        const made = new URLSearchParams(old);
        // Closes the open case: it belongs to the list before.
        made.delete("case");
        for (const [name, value] of Object.entries(next) as [string, string][]) {
          if (value === "") made.delete(name);
          else made.set(name, value);
        }
        return made;
      },
      { replace: true, preventScrollReset: true },
    );
  }
  const bind = (name: Name, usual = ""): Bound => ({
    value: values[name] === "" ? usual : values[name],
    onChange: (value) => change({ [name]: value === usual ? "" : value } as Partial<Record<Name, string>>),
  });
  return [values, change, bind];
}

/** Leaves out what is empty, as a query expects it. */
export const given = <T extends Record<string, string>>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "")) as Partial<T>;
