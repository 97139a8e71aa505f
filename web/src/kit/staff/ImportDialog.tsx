import { useState, type ReactElement, type ReactNode } from "react";
import { Button } from "../Button.tsx";
import { Dialog } from "../Dialog.tsx";
import { ErrorNotice } from "../ErrorNotice.tsx";
import { FileUpload } from "../FileUpload.tsx";
import { Notice } from "../Notice.tsx";
import { ImportErrors } from "./ImportErrors.tsx";
import type { ImportRowError } from "./import-row-error.ts";

/** Server's findings in the file. Nothing is stored until `onAccept`. */
export interface ImportResult {
  id: string;
  total: number;
  good: number;
  errors: readonly ImportRowError[];
}

interface ImportDialogProps {
  open: boolean;
  onClose: () => void;
  /** 导入学员名册 */
  title: string;
  /** 人, 条: what a row is. */
  unit: string;
  /** Downloads an empty sheet with the right headings. */
  onTemplate: () => void;
  send: (file: File, options: { idempotencyKey: string; onProgress: (sent: number) => void }) => Promise<ImportResult>;
  /** Downloads the file's rows with a column of errors. */
  onErrorSheet: (result: ImportResult) => void;
  /** Stores the good rows. */
  onAccept: (result: ImportResult) => Promise<unknown>;
  /** Requirements of the columns. */
  children?: ReactNode;
}

/** Import of a spreadsheet: template, upload, errors by row, then store the good rows. */
export function ImportDialog(props: ImportDialogProps): ReactElement {
  const [result, setResult] = useState<ImportResult | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function accept(): Promise<void> {
    if (result === null) return;
    setBusy(true);
    setError(null);
    try {
      await props.onAccept(result);
      setResult(null);
      props.onClose();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  const good = result?.good ?? 0;
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      size="wide"
      footer={
        <>
          <Button variant="secondary" onClick={props.onClose}>
            先不导入
          </Button>
          <Button busy={busy} disabled={good === 0} onClick={() => void accept()}>
            {result === null ? "导入" : `导入 ${good.toLocaleString("zh-CN")} ${props.unit}`}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div className="text-ink-2">
            {props.children ?? "第一行是表头，一行一条。带错误的行不会导入，改好后可以再传一次。"}
          </div>
          <Button variant="quiet" icon="download" onClick={props.onTemplate}>
            下载空白模板
          </Button>
        </div>
        <FileUpload
          send={props.send}
          onDone={(found) => setResult(found)}
          accept=".xlsx,.csv"
          hint="Excel（.xlsx）或 CSV，UTF-8 或 GBK 编码都可以，不超过 20 MB"
          maxBytes={20 * 1024 * 1024}
        />
        <div aria-live="polite" className="grid gap-3">
          {result !== null && (
            <Notice tone={result.errors.length > 0 ? "turn" : "info"}>
              共 <span className="num">{result.total.toLocaleString("zh-CN")}</span> 行，可以导入{" "}
              <span className="num">{result.good.toLocaleString("zh-CN")}</span> 行
              {result.errors.length > 0 && (
                <>
                  ，有{" "}
                  <span className="num">
                    {new Set(result.errors.map((one) => one.row)).size.toLocaleString("zh-CN")}
                  </span>{" "}
                  行需要修改
                </>
              )}
              。
            </Notice>
          )}
          {result !== null && result.errors.length > 0 && (
            <ImportErrors errors={result.errors} onSheet={() => props.onErrorSheet(result)} />
          )}
        </div>
        <ErrorNotice error={error} />
      </div>
    </Dialog>
  );
}
