import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import type { Output } from "../../../api/client.ts";
import { Disclosure } from "../../../kit/Disclosure.tsx";
import { formatNumber } from "../../../kit/format.ts";

const bases = {
  "class-hours": "线下每学 1 课时",
  "online-hours": "网上每学 1 课时",
  exam: "考核合格一次",
  certificate: "取得一本证书",
} as const;

/** Points (学分) by year, each with its basis, and the rules. */
export function PointsByYear({
  years,
}: {
  years: Output<Api["skillsFile"]["mine"]>["credits"]["years"];
}): ReactElement {
  const rules = useApi(api.pointRules.list, {}, { staleTime: Infinity });
  return (
    <div className="grid gap-5">
      {years.length === 0 && <p className="text-ink-2">还没有学分。班级结业、取得证书后自动计入。</p>}
      {years.map((year) => (
        <section key={year.year}>
          <h3 className="flex items-baseline justify-between border-b-2 border-ink pb-1 font-medium">
            <span className="num">{year.year} 年</span>
            <span className="num">{formatNumber(year.total)} 分</span>
          </h3>
          <ul className="divide-y divide-line">
            {year.rows.map((row, index) => (
              <li key={index} className="grid grid-cols-[1fr_auto] gap-x-4 py-2">
                <span>
                  {row.note}
                  <span className="num block text-sm text-ink-3">{row.on}</span>
                </span>
                <span className="num">+{formatNumber(row.credits)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {rules.data !== undefined && rules.data.rows.length > 0 && (
        <Disclosure summary="学分怎么计">
          <ul className="num grid gap-1 pb-1 text-sm text-ink-2">
            {rules.data.rows.map((rule) => (
              <li key={rule.id + rule.effectiveFrom}>
                {bases[rule.basis]}：{formatNumber(rule.credits)} 分（{rule.source}）
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
