import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import type { Api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import type { Output } from "../../../api/client.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { Select } from "../../../kit/Select.tsx";
import type { Form } from "./form.ts";

type Summary = Output<Api["periodForms"]["summary"]>;

interface PeriodSummaryProps {
  form: Form;
  place: { code: string; period: string };
}

/** The county's figures of a period, by town or by what the form can be cut by; shares are reckoned from the sums. */
export function PeriodSummary({ form, place }: PeriodSummaryProps): ReactElement {
  const [by, setBy] = useState("town");
  const summary = useApi(api.periodForms.summary, { params: place, query: { by } });
  return (
    <div className="grid gap-3">
      <Select
        className="w-48"
        aria-label="按什么汇总"
        value={by}
        onChange={(value) => setBy(value === "" ? "town" : value)}
        choices={[
          { value: "town", label: "按镇（街道）" },
          ...form.cuts.map(({ code, title }) => ({ value: code, label: `按${title}` })),
        ]}
      />
      <QueryView query={summary} lines={8}>
        {(data) => <SummaryTable data={data} />}
      </QueryView>
    </div>
  );
}

function SummaryTable({ data }: { data: Summary }): ReactElement {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{data.title}</caption>
        <thead>
          <tr className="border-b border-line text-left">
            <th scope="col" className="px-2 py-2 font-medium">
              分组
            </th>
            {[
              "应报",
              "已报",
              "按时",
              "已接受",
              ...data.columns.map(({ title, kind }) => `${title}${kind === "yuan" ? "（元）" : ""}`),
            ].map((title) => (
              <th key={title} scope="col" className="px-2 py-2 text-right font-medium whitespace-nowrap">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...data.groups, data.all].map((group) => (
            <tr key={group.label} className={group === data.all ? "font-semibold" : "border-b border-line"}>
              <th scope="row" className="px-2 py-1.5 text-left font-medium whitespace-nowrap">
                {group.label}
              </th>
              {[group.owing, group.sent, group.onTime, group.accepted].map((count, at) => (
                <td key={at} className="num px-2 py-1.5 text-right">
                  {count.toLocaleString("zh-CN")}
                </td>
              ))}
              {data.columns.map(({ code, kind }) => (
                <td key={code} className="num px-2 py-1.5 text-right whitespace-nowrap">
                  {shown(group.figures[code], kind)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shown(value: number | undefined, kind: Summary["columns"][number]["kind"]): string {
  if (value === undefined) return "–";
  if (kind === "count") return value.toLocaleString("zh-CN");
  const text = (value / 100).toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return kind === "decimal" ? `${text}%` : text;
}
