import type { ReactElement } from "react";
import { api } from "../../../../api/api.ts";
import { Empty } from "../../../../kit/Empty.tsx";
import { formatYuan } from "../../../../kit/format.ts";
import { Select } from "../../../../kit/Select.tsx";
import { DataTable } from "../../../../lists/DataTable.tsx";
import { useFilters } from "../../../../lists/use-filters.ts";
import { useList } from "../../../../lists/use-list.ts";
import { signed } from "./ImpactTable.tsx";
import type { Impact } from "./task.ts";

const KINDS = [
  { value: "gained", label: "改为可享受" },
  { value: "lost", label: "不再享受" },
  { value: "incomplete", label: "变为资料不全" },
  { value: "more", label: "金额增加" },
  { value: "less", label: "金额减少" },
];

const choices = (rows: Impact["towns"]) => rows.map(({ key, label }) => ({ value: key, label }));

/** The claims that would change, one by one, with the reason under the draft. */
export function ImpactClaims({ id, impact }: { id: string; impact: Impact }): ReactElement {
  const [values, , bind] = useFilters(["kind", "benefit", "town", "month"]);
  const list = useList(api.policyDrafts.impactClaims, {
    params: { id },
    usual: "claimNumber",
    filters: values,
    exportAs: "政策草案的影响.xlsx",
  });
  return (
    <DataTable
      id="policy-impact"
      caption="会变的申请"
      unit="笔"
      {...list}
      rowKey={(row) => row.claimId}
      href={(row) => `/bureau/claims/${row.claimId}`}
      filters={
        <>
          <Select aria-label="怎样变" {...bind("kind")} choices={KINDS} placeholder="怎样变都看" />
          <Select
            aria-label="补贴"
            {...bind("benefit")}
            choices={choices(impact.benefits.filter(({ changed }) => changed > 0))}
            placeholder="全部补贴"
          />
          <Select
            aria-label="镇（街道）"
            {...bind("town")}
            choices={choices(impact.towns)}
            placeholder="全部镇（街道）"
          />
          <Select aria-label="申请月份" {...bind("month")} choices={choices(impact.months)} placeholder="全部月份" />
        </>
      }
      empty={<Empty title="没有这样的申请">换一个筛选条件再看。</Empty>}
      columns={[
        {
          key: "claimNumber",
          title: "申请",
          sort: "claimNumber",
          render: (row) => <span className="num">{row.claimNumber}</span>,
        },
        { key: "claimant", title: "申请人", render: (row) => row.claimant },
        { key: "benefit", title: "补贴", render: (row) => row.benefitName },
        { key: "town", title: "镇（街道）", render: (row) => row.townName, optional: true },
        {
          key: "appliedOn",
          title: "申请日",
          sort: "appliedOn",
          render: (row) => <span className="num">{row.appliedOn}</span>,
        },
        {
          key: "change",
          title: "由什么变成什么",
          render: (row) => (
            <span className="num">
              {row.beforeLabel} {formatYuan(row.beforeFen)} → {row.afterLabel} {formatYuan(row.afterFen)}
            </span>
          ),
        },
        {
          key: "differenceFen",
          title: "增减（元）",
          align: "right",
          sort: "differenceFen",
          render: (row) => <span className="num font-medium">{signed(row.differenceFen)}</span>,
        },
        { key: "because", title: "为什么", render: (row) => row.because },
      ]}
    />
  );
}
