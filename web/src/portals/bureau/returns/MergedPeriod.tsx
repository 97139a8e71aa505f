import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { useApi } from "../../../api/hooks.ts";
import { formatYuan } from "../../../kit/format.ts";
import { Link } from "../../../kit/Link.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";

type Span = Output<Api["returnMerges"]["period"]>["period"];

/** Our own records and the accepted returns of all offices as one: a training once whoever returned it, a person once. */
export function MergedPeriod({ place }: { place: { code: string; period: string } }): ReactElement {
  const merged = useApi(api.returnMerges.period, { params: place });
  return (
    <QueryView query={merged} lines={10}>
      {({ period, year }) => (
        <div className="grid gap-6">
          <p className="text-ink-2">
            同一人同一职业、开班相差不超过规定天数的，只计一次培训；人按身份证号计一次。只计已接受的报送。
            <Link to="/bureau/doubles" className="ml-2 text-accent underline underline-offset-3">
              看重复名单
            </Link>
          </p>
          <SpanView span={period} />
          <SpanView span={year} />
        </div>
      )}
    </QueryView>
  );
}

function SpanView({ span }: { span: Span }): ReactElement {
  const lines = [
    ["本平台", span.own],
    ["各部门报送", span.offices],
    ["合并后", span.merged],
  ] as const;
  return (
    <section aria-label={span.title} className="grid gap-3">
      <h2 className="text-lg font-semibold">{span.title}</h2>
      <Table
        head={["来源", "人次", "人", "取得证书人次", "补贴（元）"]}
        rows={lines.map(([label, counts]) => [
          label,
          counts.personTimes,
          counts.persons,
          counts.certified,
          formatYuan(counts.paidFen),
        ])}
      />
      {span.byOffice.length > 0 && (
        <Table
          head={["部门", "报送的行", "其中重复", "计入人次", "新增的人", "补贴（元）"]}
          rows={span.byOffice.map((office) => [
            office.name,
            office.rows,
            office.doubles,
            office.counted,
            office.newPersons,
            formatYuan(office.paidFen),
          ])}
        />
      )}
      {[
        { title: "部门报送的培训类别", cuts: span.byKind },
        { title: "技能等级", cuts: span.byLevel },
        { title: "资金来源", cuts: span.bySource },
      ].map(
        ({ title, cuts }) =>
          cuts.length > 0 && (
            <Table
              key={title}
              head={[title, "人次", "人", "补贴（元）"]}
              rows={cuts.map((cut) => [cut.label, cut.personTimes, cut.persons, formatYuan(cut.paidFen)])}
            />
          ),
      )}
    </section>
  );
}

interface TableProps {
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

function Table({ head, rows }: TableProps): ReactElement {
  return (
    <div className="overflow-x-auto rounded-md border border-line bg-sheet">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b border-line">
            {head.map((title, at) => (
              <th key={title} scope="col" className={`px-3 py-2 font-medium ${at === 0 ? "text-left" : "text-right"}`}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <tr key={String(cells[0])} className="border-b border-line last:border-b-0">
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={head[at]} scope="row" className="px-3 py-1.5 text-left font-medium">
                    {cell}
                  </th>
                ) : (
                  <td key={head[at]} className="num px-3 py-1.5 text-right whitespace-nowrap">
                    {typeof cell === "number" ? cell.toLocaleString("zh-CN") : cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
