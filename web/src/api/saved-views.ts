import type { UseQueryResult } from "@tanstack/react-query";
import { api } from "./api.ts";
import type { Output } from "./client.ts";
import { useApi } from "./hooks.ts";
import { useSession } from "./session.ts";

/** The saved views of whoever is signed in; nobody else has any. */
export function useSavedViews(): UseQueryResult<Output<"GET /api/v1/me/views">> {
  const account = useSession().data?.account ?? null;
  return useApi(api.views.list, {}, { enabled: account !== null, staleTime: 60_000 });
}
