import { showValue } from "@jinengtong/policy/authoring";
import type { Parameter } from "@jinengtong/policy/engine";
import { SHEET_MAX_BYTES } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import type { Output } from "../../../../api/client.ts";
import { upload } from "../../../../api/upload.ts";
import { Button } from "../../../../kit/Button.tsx";
import { Dialog } from "../../../../kit/Dialog.tsx";
import { FileUpload } from "../../../../kit/FileUpload.tsx";
import { Notice } from "../../../../kit/Notice.tsx";
import { useToast } from "../../../../kit/Toast.tsx";
import { setIn } from "../model/edits.ts";
import { rowsAt, same, type Files } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { readParameterValue } from "./ParameterValues.tsx";

type Sheet = Output<"POST /api/v1/policy-drafts/:id/parameters/read">;
type DatedValue = Parameter["values"][number];

interface Change {
  parameter: Parameter;
  values: DatedValue[];
}

const FILE = "parameters.json";

/** Reads a workbook of parameter values, shows what would change, and takes it over as one step that can be taken back. */
export function ParameterSheetDialog({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const { names, edit } = useLaw();
  const tell = useToast();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const { changes, faults } = sheet === null ? { changes: [], faults: [] } : changesOf(sheet, names.parameters);
  return (
    <Dialog
      open
      size="wide"
      title="导入参数"
      onClose={onClose}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不导入
          </Button>
          <Button
            disabled={changes.length === 0 || faults.length > 0}
            onClick={() => {
              edit((files) => changes.reduce(withValues, files));
              tell(`${changes.length} 个参数已改，可以撤销`);
              onClose();
            }}
          >
            {changes.length === 0 ? "没有改动" : `改 ${changes.length} 个参数`}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <p className="text-ink-2">
          先导出，在表格里改“值”“从哪日起”“到哪日止”“出处”，再传上来。一个参数分几段的，写几行；表里没有的参数不变。
        </p>
        <FileUpload<Sheet>
          accept=".xlsx,.csv"
          hint="Excel 或 CSV 文件"
          maxBytes={SHEET_MAX_BYTES}
          action="选择参数表格"
          send={(file, options) => upload<Sheet>(`/api/v1/policy-drafts/${id}/parameters/read`, file, options)}
          onDone={setSheet}
        />
        {faults.length > 0 && (
          <Notice tone="refuse" title={`${faults.length} 处要改好再传`}>
            <ul>
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </Notice>
        )}
        {sheet !== null && changes.length === 0 && faults.length === 0 && <Notice>表里的值与草案相同。</Notice>}
        {changes.length > 0 && (
          <dl className="divide-y divide-line border-y border-line">
            {changes.map(({ parameter, values }) => (
              <div key={parameter.name} className="grid gap-x-4 py-1.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
                <dt className="font-medium">{parameter.label}</dt>
                <dd className="num">
                  <span className="block text-sm text-ink-2">原来：{inWords(parameter, parameter.values)}</span>
                  <span className="block">改为：{inWords(parameter, values)}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Dialog>
  );
}

/** The parameters whose values the sheet has otherwise, and what in it is no value. */
function changesOf(sheet: Sheet, parameters: readonly Parameter[]): { changes: Change[]; faults: string[] } {
  const faults = sheet.errors.map((error) => `第 ${error.rowNumber} 行“${error.column}”：${error.sentence}`);
  const byName = Object.groupBy(sheet.values, ({ name }) => name);
  const changes = parameters.flatMap((parameter): Change[] => {
    const rows = byName[parameter.name];
    if (rows === undefined) return [];
    const values = rows.flatMap((row): DatedValue[] => {
      const value = valueOf(parameter, row.value);
      if (value === null) {
        faults.push(`第 ${row.rowNumber} 行“${parameter.label}”：${row.value} 不是${EXPECTED[parameter.type.kind]}`);
        return [];
      }
      const { from, to, source } = row;
      return [{ ...(from === null ? {} : { from }), ...(to === null ? {} : { to }), value, source }];
    });
    return same(values, parameter.values) ? [] : [{ parameter, values }];
  });
  return { changes, faults };
}

const EXPECTED: Readonly<Record<Parameter["type"]["kind"], string>> = {
  money: "金额，写到分",
  ratio: "0 到 100 的百分数",
  percent: "百分数",
  count: "整数",
  day: "日期",
  choice: "所列读法之一",
};

function valueOf({ type }: Parameter, text: string): string | number | null {
  if (type.kind !== "choice") return readParameterValue(type.kind, text);
  return type.options.find(({ value, label }) => value === text || label === text)?.value ?? null;
}

function withValues(files: Files, { parameter, values }: Change): Files {
  const at = rowsAt(files[FILE], "/parameters").findIndex((one) => one["name"] === parameter.name);
  return at < 0 ? files : setIn(files, FILE, `/parameters/${at}/values`, values);
}

function inWords({ type }: Parameter, values: readonly DatedValue[]): string {
  if (values.length === 0) return "没有值";
  return values
    .map(({ value, from, to }) => {
      const parts = [...(from === undefined ? [] : [`自 ${from}`]), ...(to === undefined ? [] : [`至 ${to}`])];
      return `${showValue(type, value)}${parts.length === 0 ? "" : `（${parts.join(" ")}）`}`;
    })
    .join("；");
}
