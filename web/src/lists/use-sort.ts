import { useSearchParams } from "react-router";
import type { ApiKey } from "../api/client.ts";
import type { ApiMap } from "../api/api.ts";

/** The orders a list operation can be put in. */
export type SortOf<K extends ApiKey> = ApiMap[K]["query"] extends { sort?: infer S } ? Extract<S, string> : never;

/** The columns a list operation can be sorted by. */
export type SortName<K extends ApiKey> = Exclude<SortOf<K>, `-${string}`>;

/** Sort of a list: a column's name, with a minus for descending. */
export interface Sorting<Name extends string> {
  sort: Name | `-${Name}`;
  onSort: (sort: Name | `-${Name}`) => void;
}

/** Sort of a list in the address, so that it can be bookmarked and shared; `usual` is the server's default. */
export function useSort<K extends ApiKey>(list: K, usual: SortOf<K>): Sorting<SortName<K>> & { sort: SortOf<K> } {
  const [search, setSearch] = useSearchParams();
  // Lists on tabs of one page have different columns, so each has its own parameter.
  const name = `sort-${list.replace("/:id", "").split("/").at(-1)}`;
  return {
    sort: (search.get(name) ?? usual) as SortOf<K>,
    onSort: (sort) =>
      setSearch(
        (old) => {
          const made = new URLSearchParams(old);
          if (sort === usual) made.delete(name);
          else made.set(name, sort);
          return made;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}

/** Which way a column is sorted now, if it is. */
export const directionOf = (sort: string | undefined, column: string): "asc" | "desc" | undefined =>
  sort === column ? "asc" : sort === `-${column}` ? "desc" : undefined;
