import type { ReactElement } from "react";
import { saveCsv } from "../save-csv.ts";
import { ImportErrors } from "./ImportErrors.tsx";
import type { ImportRowError } from "./import-row-error.ts";

/** Errors by cell, also as a downloadable sheet under the given name. */
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
