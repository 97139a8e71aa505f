import { api, type Api } from "./api.ts";
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { useCallback } from "react";
import { forgetOnDevice } from "./kept.ts";
import { call, rememberCsrfToken, type Output } from "./client.ts";

export type Session = Output<Api["session"]["show"]>;
type SessionOpened = Output<Api["session"]["start"]>;
export type Account = NonNullable<Session["account"]>;

/** Read lazily: the walk over every page imports the route table outside the build, where `api` is only types. */
const sessionKey = () => [api.session.show, {}] as const;

/** The signed-in account, cached for the whole visit. */
export function useSession(): UseQueryResult<Session> {
  return useQuery({
    queryKey: sessionKey(),
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const session = await call(api.session.show, {}, { signal });
      rememberCsrfToken(session.csrfToken);
      return session;
    },
  });
}

/** Adopts a newly opened session and clears cached data of earlier ones. */
export function useSessionOpened(): (session: SessionOpened) => Account {
  const client = useQueryClient();
  return useCallback(
    (session) => {
      rememberCsrfToken(session.csrfToken);
      client.clear();
      client.setQueryData<Session>(sessionKey(), session);
      return session.account;
    },
    [client],
  );
}

/** Signs in and reads the new session; throws `ProblemError` for a wrong name or password. */
export function useSignIn(): (username: string, password: string) => Promise<Account> {
  const opened = useSessionOpened();
  return useCallback(
    async (username, password) => opened(await call(api.session.start, { body: { username, password } })),
    [opened],
  );
}

/** Signs out on the server and clears all cached data. Offline it refuses, though what the device kept is gone by then. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    // Even without a network: the phone may be handed on.
    await forgetOnDevice();
    await call(api.session.end, {});
    rememberCsrfToken(null);
    client.clear();
  }, [client]);
}
