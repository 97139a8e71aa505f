import type { ReactElement } from "react";
import { Link } from "react-router";
import { formatNumber, formatYuan } from "../../../kit/format.ts";
import { RecordList } from "../../../kit/RecordList.tsx";
import { clauseHref } from "../../../features/claims/clause-href.ts";
import type { Policy } from "./policy.ts";

type Parameter = Policy["parameters"][number];
type Reading = Policy["interpretations"][number];
interface Row {
  key: string;
  parameter: Parameter;
  value: string;
  since: string;
  source: string;
}

/** All parameters: value, start, source. Local values come before the policy's. */
export function ParameterList({
  parameters,
  interpretations,
}: {
  parameters: readonly Parameter[];
  interpretations: readonly Reading[];
}): ReactElement {
  const rows = parameters.flatMap((parameter): Row[] => {
    const local = parameter.local.map((one) => ({
      value: words(parameter, one.value),
      since: `${one.effectiveFrom} 起`,
      source: one.sample ? `${one.source}（示例数据）` : one.source,
    }));
    const given = parameter.values.map((one) => {
      const reading = interpretations.find(({ id }) => one.source.includes(id));
      return {
        value: reading?.readings.find(({ id }) => id === one.value)?.text ?? words(parameter, one.value),
        since: one.from === null ? "一直" : `${one.from} 起`,
        source: reading === undefined ? one.source : one.source.replace(reading.id, `（条款 ${reading.clause}）`),
      };
    });
    const all = local.length > 0 ? local : given;
    if (all.length === 0)
      return [{ key: parameter.name, parameter, value: "待公布", since: "", source: "由当地另行公布" }];
    return all.map((one, index) => ({ key: `${parameter.name}-${index}`, parameter, ...one }));
  });
  return (
    <section id="parameters" className="scroll-mt-6">
      <h2 className="text-xl font-semibold">用到的数</h2>
      <p className="mt-1 mb-4 max-w-(--measure) text-ink-2">规则里用到的每一个数，从哪天起，依据是什么。</p>
      <RecordList
        caption="政策参数"
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: "label", title: "是什么", onPhone: "title", render: (row) => row.parameter.label },
          {
            key: "value",
            title: "数值",
            align: "right",
            onPhone: "aside",
            render: (row) => (
              <span
                className={row.parameter.kind === "choice" ? "block text-left sm:text-right" : "num whitespace-nowrap"}
              >
                {row.value}
              </span>
            ),
          },
          {
            key: "since",
            title: "从哪天起",
            render: (row) => <span className="num whitespace-nowrap">{row.since}</span>,
          },
          {
            key: "clause",
            title: "条款",
            render: (row) => (
              <Link
                to={clauseHref(row.parameter.clause)}
                className="num relative text-accent underline underline-offset-3"
              >
                {row.parameter.clause}
              </Link>
            ),
          },
          { key: "source", title: "依据", render: (row) => <span className="text-sm text-ink-2">{row.source}</span> },
        ]}
      />
    </section>
  );
}

function words({ kind }: Parameter, value: number | string): string {
  if (typeof value === "string") return value;
  if (kind === "money") return `${formatYuan(value)} 元`;
  if (kind === "ratio") return `${formatNumber(value * 100)}%`;
  return formatNumber(value);
}
