import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import type { Batch } from "../../features/fund/BatchSums.tsx";
import { useDownload } from "../../lists/use-download.ts";

const FORMATS = { csv: "下载银行文件", xlsx: "下载 Excel" } as const;

/**
 * Downloads the file for the bank: CSV as its digest says, or a workbook that spreadsheet programs open without losing digits. Both hold
 * whole account numbers, so the download is recorded.
 */
export function BankFileButton({ batch }: { batch: Batch }): ReactElement {
  const { busy, save } = useDownload();
  return (
    <>
      {(["csv", "xlsx"] as const).map((format) => (
        <Button
          key={format}
          variant="secondary"
          icon="download"
          busy={busy}
          onClick={() =>
            save(
              `/api/v1/payment-batches/${batch.id}/bank-file`,
              format === "csv" ? {} : { format },
              `${batch.number}.${format}`,
              "POST",
            )
          }
        >
          {FORMATS[format]}
        </Button>
      ))}
    </>
  );
}
