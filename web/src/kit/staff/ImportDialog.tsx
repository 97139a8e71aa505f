import { SHEET_MAX_BYTES } from "@jinengtong/standards";
import { useState, type ReactElement, type ReactNode } from "react";
import { Button } from "../Button.tsx";
import { Dialog } from "../Dialog.tsx";
import { ErrorNotice } from "../ErrorNotice.tsx";
import { FileUpload } from "../FileUpload.tsx";
import { Notice } from "../Notice.tsx";
import { ImportFindings } from "./ImportFindings.tsx";
import type { ImportResult } from "./import-result.ts";

export interface ImportDialogProps<R extends ImportResult> {
  open: boolean;
  onClose: () => void;
  /** 导入学员名册 */
  title: string;
  /** 人, 节课: what a row is. */
  unit: string;
  /** Downloads a sheet with the right headings. */
  onTemplate: () => void;
  /** 下载空白模板 */
  templateLabel?: string;
  /** Server's findings in the file. Nothing is stored until `onAccept`. */
  preview: (file: File, options: { idempotencyKey: string; onProgress: (sent: number) => void }) => Promise<R>;
  /** Rows that will be stored. */
  good: (result: R) => number;
  /** One sentence on what the import will do, after the number of rows. */
  outcome?: (result: R) => string;
  /** One bad row keeps the whole sheet out. */
  allOrNothing?: boolean;
  /** Downloads the person's own sheet with a column of what is wrong. */
  onMarked: (result: R, file: File) => void;
  /** Stores the good rows. */
  onAccept: (result: R, file: File) => Promise<unknown>;
  /** Choices before the file. */
  choices?: ReactNode;
  /** Requirements of the columns. */
  children?: ReactNode;
}

/** Import of a spreadsheet: template, preview with everything found by row, then store the good rows. */
export function ImportDialog<R extends ImportResult>(props: ImportDialogProps<R>): ReactElement {
  const [found, setFound] = useState<{ result: R; file: File } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  function close(): void {
    setFound(null);
    setError(null);
    props.onClose();
  }
  async function accept(): Promise<void> {
    if (found === null) return;
    setBusy(true);
    setError(null);
    try {
      await props.onAccept(found.result, found.file);
      close();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  const good = found === null ? 0 : props.good(found.result);
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title={props.title}
      size="wide"
      footer={
        <>
          <Button variant="secondary" onClick={close}>
            先不导入
          </Button>
          <Button busy={busy} disabled={good === 0} onClick={() => void accept()}>
            {found === null ? "导入" : `导入 ${good.toLocaleString("zh-CN")} ${props.unit}`}
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
            {props.templateLabel ?? "下载空白模板"}
          </Button>
        </div>
        {props.choices}
        <FileUpload
          send={props.preview}
          onDone={(result, file) => {
            setError(null);
            setFound({ result, file });
          }}
          accept=".xlsx,.csv"
          hint={`Excel（.xlsx）或 CSV，UTF-8 或 GBK 编码都可以，不超过 ${SHEET_MAX_BYTES / 2 ** 20} MB。先预检，确认后才导入。`}
          maxBytes={SHEET_MAX_BYTES}
        />
        <div aria-live="polite" className="grid gap-3">
          {found !== null && (
            <>
              <Notice tone={found.result.errorRows > 0 ? "turn" : "info"}>
                <span className="num">{summaryOf(found.result, good, props)}</span>
              </Notice>
              <ImportFindings result={found.result} onMarked={() => props.onMarked(found.result, found.file)} />
            </>
          )}
        </div>
        <ErrorNotice error={error} />
      </div>
    </Dialog>
  );
}

const count = (number: number): string => number.toLocaleString("zh-CN");

function summaryOf<R extends ImportResult>(result: R, good: number, props: ImportDialogProps<R>): string {
  const bad = result.errorRows > 0 ? `，有 ${count(result.errorRows)} 行需要修改` : "";
  const outcome = props.outcome?.(result) ?? "";
  const kept = props.allOrNothing === true && result.errorRows > 0 ? "有一行不对就整张不导入，现在没有任何变动。" : "";
  return `共 ${count(result.rows)} 行，可以导入 ${count(good)} 行${bad}。${outcome}${kept}`;
}
