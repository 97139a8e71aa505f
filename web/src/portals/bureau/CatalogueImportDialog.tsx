import { api, type Api } from "../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { upload } from "../../api/upload.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Field } from "../../kit/Field.tsx";
import { FileUpload } from "../../kit/FileUpload.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { saveCsv } from "../../kit/save-csv.ts";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { CellErrors } from "../../kit/staff/CellErrors.tsx";

type Result = Output<Api["catalogue"]["importDraft"]>;

const heads = ["职业编码", "职业（工种）名称", "等级", "培训补贴标准（元）", "鉴定补贴标准（元）", "规定课时"];

/** Fills the draft of the occupation list from a sheet. One bad row refuses the whole file, since an incomplete list is useless. */
export function CatalogueImportDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [mode, setMode] = useState<"replace" | "add">("replace");
  const [result, setResult] = useState<Result | null>(null);
  const client = useQueryClient();
  const errors = (result?.errors ?? []).map((error) => ({
    row: error.rowNumber,
    column: error.column,
    value: error.value,
    message: error.sentence,
  }));
  return (
    <Dialog
      open
      onClose={onClose}
      title="导入补贴性职业（工种）目录"
      size="wide"
      footer={<Button onClick={onClose}>{result !== null && errors.length === 0 ? "看改动" : "关闭"}</Button>}
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-2">
            第一行是表头。有一行写错，整张表都不导入，改好再传。导入的内容先进草稿，不会直接生效。
          </p>
          <Button
            variant="quiet"
            icon="download"
            onClick={() => saveCsv("补贴目录模板.csv", [heads, ["6-31-01-03", "电工", "五级", 1000, 200, 60]])}
          >
            下载模板
          </Button>
        </div>
        <Field label="怎么导入" group>
          <RadioGroup
            inline
            value={mode}
            onChange={setMode}
            choices={[
              { value: "replace", label: "整张换掉", description: "草稿只留表里的内容" },
              { value: "add", label: "补充或更新", description: "表里没有的保留不动" },
            ]}
          />
        </Field>
        <FileUpload<Result>
          send={(file, options) => upload(`/api/v1/catalogue/occupations/draft/import?mode=${mode}`, file, options)}
          onDone={(found) => {
            setResult(found);
            void client.invalidateQueries({ queryKey: [api.catalogue.draft] });
          }}
          accept=".xlsx,.csv"
          hint="Excel（.xlsx）或 CSV，不超过 5 MB"
          maxBytes={5 << 20}
        />
        <div aria-live="polite" className="grid gap-3">
          {result !== null && (
            <Notice tone={errors.length > 0 ? "turn" : "info"}>
              {errors.length > 0
                ? `共 ${result.rows} 行，${new Set(errors.map((error) => error.row)).size} 行需要修改，没有导入。`
                : `${result.imported} 行已写入草稿。关闭后看与上一版的差别，确认无误再发布。`}
            </Notice>
          )}
          {errors.length > 0 && <CellErrors errors={errors} sheet="目录导入问题.csv" />}
        </div>
      </div>
    </Dialog>
  );
}
