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
import { useDownload } from "../../lists/use-download.ts";
import { employeeRefresh } from "./employee-refresh.ts";

type Result = Output<Api["employees"]["import"]>;

interface EmployeeImportProps {
  organisationId: string;
  open: boolean;
  onClose: () => void;
}

/** Imports the whole list: new rows are hirings, rows with a leaving date departures, others stay. */
export function EmployeeImport({ organisationId, open, onClose }: EmployeeImportProps): ReactElement {
  const [result, setResult] = useState<Result | null>(null);
  const client = useQueryClient();
  const { save } = useDownload();

  function done(found: Result): void {
    setResult(found);
    for (const key of employeeRefresh) void client.invalidateQueries({ queryKey: [key] });
  }
  function close(): void {
    setResult(null);
    onClose();
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title="从 Excel 导入职工名单"
      size="wide"
      footer={
        <Button variant={result === null ? "secondary" : "primary"} onClick={close}>
          {result === null ? "先不导入" : "导入完了"}
        </Button>
      }
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-2">
            第一行是表头：姓名、身份证号、入职日期必填；手机号、劳动合同期（月）、离职日期选填。没有错误的行当即登记，有错误的行改好再传一次；已登记的不会重复。
          </p>
          <Button
            variant="quiet"
            icon="download"
            onClick={() => save("/api/v1/employee-imports/template", {}, "职工名单模板.xlsx")}
          >
            下载空白模板
          </Button>
        </div>
        <FileUpload<Result>
          send={(file, options) => upload(`/api/v1/organisations/${organisationId}/employee-imports`, file, options)}
          onDone={done}
          accept=".xlsx,.csv"
          hint="Excel（.xlsx）或 CSV，UTF-8 或 GBK 编码都可以，不超过 10 MB、1 万行。文件加密保存。"
          maxBytes={10 * 1024 * 1024}
        />
        <div aria-live="polite" className="grid gap-3">
          {result !== null && (
            <Notice tone={result.errors.length > 0 ? "turn" : "info"}>
              <span className="num">
                共 {result.rows} 行：新登记入职 {result.hired} 人，登记离职 {result.left} 人，与已登记的相同{" "}
                {result.known} 人
                {result.errors.length > 0 &&
                  `，有 ${new Set(result.errors.map((error) => error.rowNumber)).size} 行没有登记`}
                。
              </span>
            </Notice>
          )}
          {result !== null && result.warnings.length > 0 && (
            <Notice tone="turn" title={`${result.warnings.length} 行已登记，请核对年龄`}>
              {result.warnings.map((one) => (
                <p key={one.rowNumber}>
                  第 {one.rowNumber} 行：{one.sentence}
                </p>
              ))}
            </Notice>
          )}
          {result !== null && result.errors.length > 0 && (
            <CellErrors
              errors={result.errors.map((error) => ({
                row: error.rowNumber,
                column: error.column,
                value: error.value,
                message: error.sentence,
              }))}
              sheet="职工名单错误清单.csv"
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
