import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useRight } from "./acting-for.tsx";
import { call, type ApiKey, type Input, type Output } from "./client.ts";
import { ActionKey } from "./idempotency.ts";

interface QuerySettings {
  enabled?: boolean;
  staleTime?: number;
  refetchInterval?: number | false;
}

export type GetKey = Extract<ApiKey, `GET ${string}`>;
export type ChangeKey = Exclude<ApiKey, GetKey>;

/** Reads one operation. The cache key is `[key, input]`, so `invalidate` by key reaches every input. */
export function useApi<K extends GetKey>(
  key: K,
  input: Input<K>,
  settings: QuerySettings = {},
): UseQueryResult<Output<K>> {
  const right = useRight();
  return useQuery({
    queryKey: right === null ? [key, input] : [key, input, right],
    queryFn: ({ signal }) => call(key, input, { signal, actingFor: right }),
    ...settings,
  }) as UseQueryResult<Output<K>>;
}

/** Prefetches an operation, so that it is shown at once when needed. */
export function useReadAhead(): <K extends GetKey>(key: K, input: Input<K>) => void {
  const client = useQueryClient();
  return useCallback(
    (key, input) =>
      void client.prefetchQuery({ queryKey: [key, input], queryFn: ({ signal }) => call(key, input, { signal }) }),
    [client],
  );
}

interface ChangeSettings<K extends ChangeKey> {
  /** Read operations to refetch after this change. */
  refresh?: readonly GetKey[];
  onSuccess?: (output: Output<K>) => void;
  /** Resolves when the server agreed, while the refetch is still running, so that a clerk can go on to the next case. */
  onAccepted?: (output: Output<K>) => void;
}

/**
 * Runs one changing operation. One idempotency key per user action, kept while an answer is lost. Nothing is queued: offline it
 * fails at once, and a lost request isn't repeated after its dialog or page has gone.
 */
export function useChange<K extends ChangeKey>(
  key: K,
  settings: ChangeSettings<K> = {},
): UseMutationResult<Output<K>, Error, Input<K>> {
  const client = useQueryClient();
  const action = useRef(new ActionKey());
  const isShown = useRef(true);
  const right = useRight();
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return useMutation<Output<K>, Error, Input<K>>({
    mutationFn: (input) =>
      call(key, input, {
        idempotencyKey: action.current.keyFor([key, input]),
        actingFor: right,
        isWanted: () => isShown.current,
      }),
    onSettled: (_output, error) => action.current.settle(error),
    onSuccess: async (output) => {
      settings.onAccepted?.(output);
      await Promise.all((settings.refresh ?? []).map((one) => client.invalidateQueries({ queryKey: [one] })));
      settings.onSuccess?.(output);
    },
  });
}

/** A page of a list: rows, and the next page's cursor if there is one. */
export interface Page<Row> {
  items: Row[];
  nextCursor: string | null;
}

/** A list read by cursor, as tables and work queues take it: `rows` is everything loaded. */
export interface Pages<Row> {
  rows: Row[];
  hasMore: boolean;
  onMore: () => void;
  isLoadingMore: boolean;
  isPending: boolean;
  error: Error | null;
  onRetry: () => void;
}

/** Reads a list by cursor and keeps the loaded pages. */
export function useApiPages<K extends GetKey, Row>(
  key: K,
  input: Input<K>,
  pick: (output: Output<K>) => Page<Row>,
): Pages<Row> {
  const right = useRight();
  const result = useInfiniteQuery({
    queryKey: [key, input, "pages", ...(right === null ? [] : [right])],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...(input as { query?: object }).query, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return pick(await call(key, Object.assign({}, input, { query }), { signal, actingFor: right }));
    },
    getNextPageParam: (last) => last.nextCursor,
  });
  const pages = result.data?.pages;
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  return {
    rows,
    hasMore: result.hasNextPage,
    onMore: () => void result.fetchNextPage(),
    isLoadingMore: result.isFetchingNextPage,
    isPending: result.isPending,
    error: result.error,
    onRetry: () => void result.refetch(),
  };
}
