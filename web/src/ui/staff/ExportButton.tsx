import { useState, type ReactElement } from "react";
import { download } from "../../api/download.ts";
import { messageOf } from "../../api/problem.ts";
import { Button } from "../Button.tsx";
import { useToast } from "../Toast.tsx";

/** Where the same rows come as a spreadsheet. */
export interface ExportTarget {
  path: string;
  query?: object;
  /** File name where the server gives none. */
  name: string;
}

/** Downloads the rows as Excel, with the filters now in force. */
export function ExportButton({ target }: { target: ExportTarget }): ReactElement {
  const [busy, setBusy] = useState(false);
  const tell = useToast();
  async function run(): Promise<void> {
    setBusy(true);
    try {
      await download(target.path, target.query ?? {}, target.name);
    } catch (error) {
      tell(messageOf(error), "refused");
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button variant="secondary" icon="download" busy={busy} onClick={() => void run()}>
      导出 Excel
    </Button>
  );
}
