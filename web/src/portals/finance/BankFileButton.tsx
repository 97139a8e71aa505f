import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import type { Batch } from "../../features/fund/BatchSums.tsx";
import { useDownload } from "../../lists/use-download.ts";

/** Downloads the file for the bank. It holds whole account numbers, so the download is recorded. */
export function BankFileButton({ batch }: { batch: Batch }): ReactElement {
  const { busy, save } = useDownload();
  return (
    <Button
      variant="secondary"
      icon="download"
      busy={busy}
      onClick={() => save(`/api/v1/payment-batches/${batch.id}/bank-file`, {}, `${batch.number}.csv`, "POST")}
    >
      下载银行文件
    </Button>
  );
}
