import { api } from "./api.ts";
import { useApi } from "./hooks.ts";
import { useSession } from "./session.ts";

/** The saved views of whoever is signed in; nobody else has any. */
export function useSavedViews(): ReturnType<typeof useApi<typeof api.views.list>> {
  const account = useSession().data?.account ?? null;
  return useApi(api.views.list, {}, { enabled: account !== null, staleTime: 60_000 });
}
