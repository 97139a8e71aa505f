import { api, type Api } from "../../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { upload } from "../../../api/upload.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { saveCsv } from "../../../kit/save-csv.ts";
import { CellErrors } from "../../../kit/staff/CellErrors.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { useDownload } from "../../../lists/use-download.ts";

type Result = Output<Api["timetable"]["import"]>;

/** Imports a timetable: it replaces the current one, or changes nothing if a row is bad. */
export function TimetableImport({ classId }: { classId: string }): ReactElement {
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const client = useQueryClient();
  const tell = useToast();
  const { save } = useDownload();
  const address = `/api/v1/classes/${classId}/timetable`;

  async function done(found: Result): Promise<void> {
    setResult(found);
    if (found.errors.length > 0) return;
    await Promise.all(
      [api.timetable.list, api.classes.check, api.classes.show].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
    tell(`已导入 ${found.imported} 节课`);
    setOpen(false);
    setResult(null);
  }

  return (
    <>
      <Button variant="secondary" icon="download" onClick={() => save(address, {}, "课表.xlsx")}>
        导出课表
      </Button>
      <Button variant="secondary" icon="upload" onClick={() => setOpen(true)}>
        导入课表
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="从 Excel 导入课表"
        size="wide"
        footer={
          <Button variant="secondary" onClick={() => setOpen(false)}>
            关闭
          </Button>
        }
      >
        <div className="grid gap-4">
          <Notice tone="turn">导入后替换这个班现有的全部课次。只要有一行不对，就一节也不改，您可以改好再传。</Notice>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-ink-2">
              表头：日期、开始时间、结束时间、课时、授课内容、教师、教室、是否实操、是否通用素质课。教师和教室写登记的名称。
            </p>
            <Button
              variant="quiet"
              icon="download"
              onClick={() =>
                saveCsv("课表模板.csv", [
                  ["日期", "开始时间", "结束时间", "课时", "授课内容", "教师", "教室", "是否实操", "是否通用素质课"],
                ])
              }
            >
              下载空白模板
            </Button>
          </div>
          <FileUpload<Result>
            send={(file, options) => upload(address, file, options)}
            onDone={(found) => void done(found)}
            accept=".xlsx,.csv"
            hint="Excel（.xlsx）或 CSV，不超过 2 MB"
            maxBytes={2 * 1024 * 1024}
          />
          <div aria-live="polite" className="grid gap-3">
            {result !== null && result.errors.length > 0 && (
              <>
                <Notice tone="refuse">
                  共 <span className="num">{result.rows}</span> 行，有{" "}
                  <span className="num">{result.errors.length}</span> 处要改，课表没有变动。
                </Notice>
                <CellErrors
                  errors={result.errors.map((error) => ({
                    row: error.rowNumber,
                    column: error.column,
                    value: error.value,
                    message: error.sentence,
                  }))}
                  sheet="课表错误清单.csv"
                />
              </>
            )}
          </div>
        </div>
      </Dialog>
    </>
  );
}
