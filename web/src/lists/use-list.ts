import { buildUrl, type Input, type Output } from "../api/client.ts";
import type { ApiMap } from "../api/api.ts";
import { useApiPages, type GetKey, type Page, type Pages } from "../api/hooks.ts";
import { pageOf } from "./pages.ts";
import { given } from "./use-filters.ts";
import type { ExportTarget } from "./ExportButton.tsx";
import { useSort, type Sorting, type SortName, type SortOf } from "./use-sort.ts";

type Query<K extends GetKey> = Omit<NonNullable<ApiMap[K]["query"]>, "sort" | "cursor" | "limit">;
type RowOf<K extends GetKey> = Output<K> extends { rows: readonly (infer Row)[] } ? Row : never;

/** A server list in the chosen order, with its export: input of `DataTable` and `CaseQueue`. */
export interface StaffList<Row, Sort extends string> extends Pages<Row> {
  sorting: Sorting<Sort>;
  exportTo: ExportTarget;
}

type ListSettings<K extends GetKey, Row> = Omit<Input<K>, "query"> & {
  /** The order where the address names none: the server's own. */
  usual: SortOf<K>;
  /** Raw values of the address without empty ones; the server validates them. */
  filters?: Partial<Record<keyof Query<K>, string>>;
  /** Fixed query parameters of the page. */
  query?: Partial<Query<K>>;
  /** Page size, if the server's default doesn't suit. */
  limit?: number;
  /** File name of the workbook where the server gives none. */
  exportAs: string;
  /** Path of the page of rows in the answer, if the answer holds more. */
  pick?: (output: Output<K>) => Page<Row>;
};

/** Reads a list with filters, sort, paging and export; the sort is in the address. */
export function useList<K extends GetKey, Row = RowOf<K>>(
  key: K,
  settings: ListSettings<K, Row>,
): StaffList<Row, SortName<K>> {
  const { usual, filters, limit, exportAs } = settings;
  const sorting = useSort(key, usual);
  const query = { ...given((filters ?? {}) as Record<string, string>), ...settings.query, sort: sorting.sort };
  const { params } = settings as { params?: object };
  const input = { ...(params && { params }), query: { ...query, ...(limit && { limit }) } } as Input<K>;
  const pages = useApiPages(key, input, settings.pick ?? (pageOf as unknown as (output: Output<K>) => Page<Row>));
  const path = buildUrl(`${key.slice("GET ".length)}/export`, params, undefined);
  return { ...pages, sorting, exportTo: { path, query, name: exportAs } };
}
