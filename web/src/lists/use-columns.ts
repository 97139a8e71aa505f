import { useMemo, useState } from "react";
import type { DataColumn } from "./column.ts";

const prefix = "jinengtong.columns.";

/** Visible columns of a table, chosen by the person; stored on the device. */
export function useColumns<Row, Sort extends string>(id: string, columns: readonly DataColumn<Row, Sort>[]) {
  const [shown, setShownState] = useState<readonly string[]>(() => {
    const stored = localStorage.getItem(prefix + id);
    return stored === null
      ? columns.filter((column) => column.optional !== true).map((column) => column.key)
      : stored.split(",");
  });
  const visible = useMemo(
    () => columns.filter((column, index) => index === 0 || shown.includes(column.key)),
    [columns, shown],
  );
  function setShown(keys: readonly string[]): void {
    localStorage.setItem(prefix + id, keys.join(","));
    setShownState(keys);
  }
  return { shown, visible, setShown };
}
