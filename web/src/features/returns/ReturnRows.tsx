import type { Column } from "@jinengtong/returns";
import { showValue } from "@jinengtong/returns";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Select } from "../../kit/Select.tsx";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { DataColumn } from "../../lists/column.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { SheetImport } from "../../lists/SheetImport.tsx";
import { useList } from "../../lists/use-list.ts";
import type { SortName } from "../../lists/use-sort.ts";
import { ExchangeDialog } from "./ExchangeDialog.tsx";
import { NewRowDialog } from "./NewRowDialog.tsx";
import type { ReturnRow, ShownReturn } from "./return-words.ts";

const LIST = api.periodReturns.rows;
type Result = Output<Api["periodReturns"]["importRows"]>;

/** Rows by name of a return: from a sheet in Chinese headings or a partner's codes, or typed one by one. */
export function ReturnRows({ data }: { data: ShownReturn }): ReactElement | null {
  const { rows: shape } = data.form;
  const list = useList(LIST, { params: { id: data.id }, usual: "line", exportAs: "明细.xlsx" });
  const partners = useApi(api.periodForms.partners, {}, { staleTime: 600_000 });
  const fitting = (partners.data?.partners ?? []).filter(({ form }) => form === data.form.code);
  const [open, setOpen] = useState<"import" | "new" | "exchange" | null>(null);
  const [mode, setMode] = useState<"replace" | "add">("replace");
  const [partner, setPartner] = useState("");
  const client = useQueryClient();
  const tell = useToast();
  const fresh = (): void => {
    for (const key of [api.periodReturns.rows, api.periodReturns.show])
      void client.invalidateQueries({ queryKey: [key] });
  };
  const remove = useChange(api.periodReturns.removeRow, {
    refresh: [api.periodReturns.rows, api.periodReturns.show],
    onSuccess: () => tell("已去掉这一行"),
  });
  if (shape === undefined) return null;
  const query = `?mode=${mode}${partner === "" ? "" : `&partner=${partner}`}`;
  return (
    <section aria-labelledby="return-rows" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="return-rows" className="text-lg font-semibold">
          {shape.title}
          <span className="num ml-2 font-normal text-ink-2">{data.rowCount.toLocaleString("zh-CN")} 行</span>
        </h2>
        <div className="flex flex-wrap gap-2">
          {data.mayEdit && (
            <>
              <Select
                className="w-44"
                aria-label="导入方式"
                value={mode}
                onChange={(value) => setMode(value === "add" ? "add" : "replace")}
                choices={[
                  { value: "replace", label: "以新名单为准" },
                  { value: "add", label: "加在后面" },
                ]}
              />
              {fitting.length > 0 && (
                <Select
                  className="w-52"
                  aria-label="表头和编码"
                  placeholder="中文表头或指标编码"
                  value={partner}
                  onChange={setPartner}
                  choices={fitting.map(({ code, title }) => ({ value: code, label: title }))}
                />
              )}
              <Button variant="secondary" icon="upload" onClick={() => setOpen("import")}>
                导入 Excel
              </Button>
              <Button variant="secondary" icon="plus" onClick={() => setOpen("new")}>
                填一行
              </Button>
            </>
          )}
          {fitting.length > 0 && data.rowCount > 0 && (
            <Button variant="secondary" icon="download" onClick={() => setOpen("exchange")}>
              交换文件
            </Button>
          )}
        </div>
      </div>
      <DataTable
        id={`return-rows-${data.form.code}`}
        caption={shape.title}
        unit="行"
        columns={columnsOf(shape.columns, data.mayEdit, (row) =>
          remove.mutate({ params: { id: data.id, rowId: row.id } }),
        )}
        {...list}
        rowKey={(row) => row.id}
        empty={<Empty title="还没有明细">从 Excel 导入，或者逐行填写。</Empty>}
      />
      <SheetImport<Result>
        open={open === "import"}
        onClose={() => setOpen(null)}
        title={`导入${shape.title}`}
        unit="行"
        address={`/api/v1/period-returns/${data.id}/row-imports`}
        query={query}
        template={{
          path: `/api/v1/period-returns/${data.id}/row-imports/template`,
          name: `${shape.title}模板.xlsx`,
        }}
        good={({ stored }) => stored}
        outcome={({ stored, errorRows }) => `收下 ${stored} 行，有错误 ${errorRows} 行。`}
        onImported={({ stored, rowCount }) => {
          fresh();
          tell(`收下 ${stored} 行，现有 ${rowCount} 行`);
        }}
      >
        表头用中文名称或交换指标编码都可以。没有错误的行收下，有错误的行改好再传；文件加密保存。
      </SheetImport>
      {open === "new" && <NewRowDialog data={data} columns={shape.columns} onClose={() => setOpen(null)} />}
      {open === "exchange" && <ExchangeDialog id={data.id} partners={fitting} onClose={() => setOpen(null)} />}
    </section>
  );
}

function columnsOf(
  columns: readonly Column[],
  mayEdit: boolean,
  onRemove: (row: ReturnRow) => void,
): DataColumn<ReturnRow, SortName<typeof LIST>>[] {
  return [
    { key: "line", sort: "line", title: "序号", render: (row) => <span className="num">{row.line}</span> },
    ...columns.map((column, at) => ({
      key: column.code,
      title: column.title,
      optional: at > 8,
      ...(column.kind === "yuan" || column.kind === "count" ? { align: "right" as const } : {}),
      render: (row: ReturnRow) => <span className={column.kind === "text" ? "" : "num"}>{cell(column, row)}</span>,
    })),
    ...(mayEdit
      ? [
          {
            key: "act",
            title: "办理",
            render: (row: ReturnRow) => (
              <RowAct label={`去掉第 ${row.line} 行`} onClick={() => onRemove(row)}>
                去掉
              </RowAct>
            ),
          },
        ]
      : []),
  ];
}

function cell(column: Column, row: ReturnRow): string {
  if (column.kind === "citizen-id") return row.idNumberMasked ?? "–";
  if (column.kind === "phone") return row.phoneMasked ?? "–";
  const value = row.content[column.code];
  return value === undefined ? "–" : showValue(column, value);
}
