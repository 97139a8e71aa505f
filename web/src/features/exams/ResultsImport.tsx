import type { Api } from "../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { upload } from "../../api/upload.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { FileUpload } from "../../kit/FileUpload.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { CellErrors } from "../../kit/staff/CellErrors.tsx";
import { saveCsv } from "../../kit/save-csv.ts";
import { examRefresh } from "./refresh.ts";

type Result = Output<Api["exams"]["import"]>;

/** Imports scores from a sheet: good rows are written at once, bad ones listed with the reason. */
export function ResultsImport({ examId, onClose }: { examId: string; onClose: () => void }): ReactElement {
  const [result, setResult] = useState<Result | null>(null);
  const client = useQueryClient();
  async function done(found: Result): Promise<void> {
    setResult(found);
    await Promise.all(examRefresh.map((key) => client.invalidateQueries({ queryKey: [key] })));
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="导入成绩表"
      size="wide"
      footer={<Button onClick={onClose}>{result === null ? "先不导入" : "好了"}</Button>}
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-2">
            表头：座号、姓名、成绩，更正已有成绩的须填“更正理由”。用“导出 Excel”得到的成绩表可以直接填。
          </p>
          <Button
            variant="quiet"
            icon="download"
            onClick={() => saveCsv("成绩表模板.csv", [["座号", "姓名", "成绩", "更正理由"]])}
          >
            下载空白模板
          </Button>
        </div>
        <FileUpload<Result>
          send={(file, options) => upload(`/api/v1/exams/${examId}/results/import`, file, options)}
          onDone={(found) => void done(found)}
          accept=".xlsx,.csv"
          hint="Excel（.xlsx）或 CSV，UTF-8 或 GBK 编码都可以，不超过 5 MB"
          maxBytes={5 * 1024 * 1024}
        />
        <div aria-live="polite" className="grid gap-3">
          {result !== null && (
            <Notice tone={result.errors.length > 0 ? "turn" : "info"}>
              <span className="num">
                登记 {result.written} 人，{result.unchanged} 人成绩没有变
                {result.errors.length > 0 && `，${result.errors.length} 处要改`}。
              </span>
            </Notice>
          )}
          {result !== null && result.errors.length > 0 && (
            <CellErrors
              errors={result.errors.map((error) => ({
                row: error.rowNumber,
                column: error.header,
                value: error.value,
                message: error.message,
              }))}
              sheet="成绩错误清单.csv"
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
