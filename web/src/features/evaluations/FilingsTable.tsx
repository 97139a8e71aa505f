import { stateChoices, stateKind, stateWord } from "@jinengtong/words";
import type { ReactElement, ReactNode } from "react";
import { api } from "../../api/api.ts";
import { Empty } from "../../kit/Empty.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";
import { projectLabel } from "../occupations/levels.ts";
import type { Filing } from "./words.ts";

interface FilingsTableProps {
  id: string;
  office?: boolean;
  renderAct?: (row: Filing) => ReactNode;
}

/** Filings of evaluation bodies: occupation × level × site for a term. */
export function FilingsTable({ id, office = false, renderAct }: FilingsTableProps): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const list = useList(api.evaluationFilings.list, { usual: "-submittedAt", filters, exportAs: "评价机构备案.xlsx" });
  return (
    <DataTable
      id={id}
      caption="评价机构备案"
      unit="件"
      {...list}
      rowKey={(row) => row.id}
      filters={<Filter label="状态" {...bind("state")} choices={stateChoices("evaluation-filing")} />}
      empty={<Empty title="没有备案">先登记场地和考场，再提交备案：哪些职业、等级在哪个场地认定，有效期多长。</Empty>}
      columns={[
        { key: "number", sort: "number", title: "备案号", render: (row) => <span className="num">{row.number}</span> },
        ...(office
          ? [
              {
                key: "organisation",
                sort: "organisationName" as const,
                title: "评价机构",
                render: (row: Filing) => row.organisationName,
              },
            ]
          : []),
        {
          key: "kind",
          title: "种类",
          render: (row) => (row.kind === "employer" ? "用人单位（Y）" : "社会评价组织（S）"),
        },
        { key: "code", title: "机构代码", render: (row) => <span className="num">{row.institutionCode}</span> },
        {
          key: "valid",
          sort: "validTo",
          title: "有效期",
          render: (row) => <span className="num">{formatPeriod(row.validFrom, row.validTo)}</span>,
        },
        {
          key: "items",
          title: "职业、等级、场地",
          render: (row) =>
            row.items.map((item) => `${projectLabel(item.occupationName, item.level)}（${item.siteName}）`).join("；"),
        },
        {
          key: "state",
          title: "状态",
          render: (row) => (
            <span className="grid gap-1">
              <StatusMark kind={stateKind("evaluation-filing", row.state, office ? "office" : undefined)}>
                {stateWord("evaluation-filing", row.state).label}
              </StatusMark>
              {row.state === "returned" && <span className="text-sm text-ink-2">{row.decisionReason}</span>}
            </span>
          ),
        },
        ...(renderAct === undefined ? [] : [{ key: "act", title: "办理", render: renderAct }]),
      ]}
    />
  );
}
