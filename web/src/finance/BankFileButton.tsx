import { useState, type ReactElement } from "react";
import { download } from "../api/download.ts";
import { messageOf } from "../api/problem.ts";
import { Button } from "../ui/Button.tsx";
import { useToast } from "../ui/Toast.tsx";
import type { Batch } from "../ui/fund/BatchSums.tsx";

/** Downloads the file for the bank. It holds whole account numbers, so the download is recorded. */
export function BankFileButton({ batch }: { batch: Batch }): ReactElement {
  const [busy, setBusy] = useState(false);
  const tell = useToast();
  async function run(): Promise<void> {
    setBusy(true);
    try {
      await download(`/api/v1/payment-batches/${batch.id}/bank-file`, {}, `${batch.number}.csv`, "POST");
    } catch (error) {
      tell(messageOf(error), "refused");
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button variant="secondary" icon="download" busy={busy} onClick={() => void run()}>
      下载银行文件
    </Button>
  );
}
