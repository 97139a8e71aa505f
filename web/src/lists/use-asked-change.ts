import { useRef, useState } from "react";
import { useChange, type ChangeKey, type GetKey } from "../api/hooks.ts";
import { useToast } from "../kit/Toast.tsx";

interface AskedChange<Row> {
  /** Read operations whose cached answers this change makes old. */
  refresh: readonly GetKey[];
  /** Message after it is done. */
  said: (row: Row) => string;
}

/** A change of one row with confirmation: the row, and the props of its `ConfirmSheet`. */
export function useAskedChange<Row extends { id: string }>(
  key: Extract<ChangeKey, `${string}/:id` | `${string}/:id/${string}`>,
  { refresh, said }: AskedChange<Row>,
) {
  const [row, ask] = useState<Row | null>(null);
  // The dialog may be closed while the change is pending: its final message is still about that row.
  const acted = useRef<Row | null>(null);
  const tell = useToast();
  const change = useChange(key, {
    refresh,
    onSuccess: () => {
      if (acted.current !== null) tell(said(acted.current));
      ask(null);
    },
  });
  function confirm(): void {
    if (row === null) return;
    acted.current = row;
    change.mutate({ params: { id: row.id } });
  }
  const sheet = {
    open: row !== null,
    onClose: () => ask(null),
    onConfirm: confirm,
    busy: change.isPending,
    error: change.error,
  };
  return { row, ask, sheet };
}
