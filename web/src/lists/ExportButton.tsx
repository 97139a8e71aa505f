import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { useDownload } from "./use-download.ts";

/** Address of the rows as a spreadsheet. */
export interface ExportTarget {
  path: string;
  query?: object;
  /** Fallback file name. */
  name: string;
}

/** Downloads the rows as Excel, with the filters now in force. */
export function ExportButton({ target }: { target: ExportTarget }): ReactElement {
  const { busy, save } = useDownload();
  return (
    <Button
      variant="secondary"
      icon="download"
      busy={busy}
      onClick={() => save(target.path, target.query ?? {}, target.name)}
    >
      导出 Excel
    </Button>
  );
}
