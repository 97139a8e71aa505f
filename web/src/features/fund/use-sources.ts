import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";

/** The sources of money, to choose from and to name. */
export function useSources() {
  const query = useApi(api.sources.list, {});
  const rows = query.data?.rows ?? [];
  return {
    query,
    rows,
    choices: rows.map((source) => ({ value: source.id, label: source.name })),
    nameOf: (id: string | null) => rows.find((source) => source.id === id)?.name,
  };
}
