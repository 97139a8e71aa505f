import type { ReactElement } from "react";
import { saveCsv } from "../save-csv.ts";
import type { ImportRowError } from "./ImportDialog.tsx";
import { ImportErrors } from "./ImportErrors.tsx";

/** What is wrong in which cell, all of it also as a sheet under the name given. */
export function CellErrors({ errors, sheet }: { errors: readonly ImportRowError[]; sheet: string }): ReactElement {
  return (
    <ImportErrors
      errors={errors}
      onSheet={() =>
        saveCsv(sheet, [
          ["行号", "列", "填的是", "要怎么改"],
          ...errors.map((error) => [error.row, error.column, error.value, error.message]),
        ])
      }
    />
  );
}
