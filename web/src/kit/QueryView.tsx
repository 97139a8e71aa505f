import type { ReactElement, ReactNode } from "react";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { Skeleton } from "./Skeleton.tsx";

interface QueryViewProps<Data> {
  query: { data: Data | undefined; error: unknown; isPending: boolean; refetch: () => unknown };
  children: (data: Data) => ReactNode;
  /** Shown instead of the children if the data is empty. */
  empty?: ReactNode;
  isEmpty?: (data: Data) => boolean;
  lines?: number;
}

/** States of a query: loading, failed with retry, loaded. */
export function QueryView<Data>({ query, children, empty, isEmpty, lines }: QueryViewProps<Data>): ReactElement {
  if (query.data !== undefined) {
    return <>{empty !== undefined && isEmpty?.(query.data) === true ? empty : children(query.data)}</>;
  }
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}
