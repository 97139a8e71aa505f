import { regionName } from "@jinengtong/county";
import { groups, isSkillLevel, skillLevelLabel } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { formatPeriod } from "../../../kit/format.ts";
import { Hours } from "../../../kit/Hours.tsx";
import { Money } from "../../../kit/Money.tsx";
import { RecordList, type RecordColumn } from "../../../kit/RecordList.tsx";
import { withLevel } from "../../../features/occupations/levels.ts";
import { clauseHref } from "../../../features/claims/clause-href.ts";
import type { ListName, ListRow } from "./catalogue.ts";

type Data = ListRow["data"];
type Standard = Extract<Data, { trainingFen: number }>;
type Organisation = Extract<Data, { organisationId: string }>;
type Project = Extract<Data, { code: string }>;

const isStandard = (data: Data): data is Standard => "trainingFen" in data;
const isOrganisation = (data: Data): data is Organisation => "organisationId" in data;
const isProject = (data: Data): data is Project => "code" in data;

interface ListRowsProps {
  list: ListName;
  rows: readonly ListRow[];
  /** Codes of occupations on the shortage list in force. */
  scarce: ReadonlySet<string>;
}

/** The rows of a published list, with the columns of its kind. */
export function ListRows({ list, rows, scarce }: ListRowsProps): ReactElement {
  const all = rows.map((row) => row.data);
  switch (list) {
    case "occupations":
      return (
        <RecordList
          caption="补贴性职业（工种）目录"
          rows={all.filter(isStandard)}
          rowKey={(row) => `${row.occupation}:${row.level}`}
          columns={occupationColumns(scarce)}
        />
      );
    case "projects":
      return (
        <RecordList
          caption="培训项目"
          rows={all.filter(isProject)}
          rowKey={(row) => row.code}
          columns={projectColumns}
        />
      );
    case "institutions":
    case "evaluators":
      return (
        <RecordList
          caption={list === "institutions" ? "培训机构" : "评价机构"}
          rows={all.filter(isOrganisation)}
          rowKey={(row) => row.organisationId}
          href={(row) => `/institutions/${row.organisationId}?list=${list}`}
          columns={organisationColumns}
        />
      );
    case "shortage":
      return (
        <RecordList
          caption="紧缺职业（工种）"
          rows={all.flatMap((data) => ("occupation" in data ? [data] : []))}
          rowKey={(row) => row.occupation}
          columns={[
            { key: "name", title: "工种", onPhone: "title", render: (row) => row.occupationName },
            {
              key: "code",
              title: "职业编码",
              onPhone: "aside",
              render: (row) => <span className="num font-normal text-ink-2">{row.occupation}</span>,
            },
            {
              key: "find",
              title: "正在招生的班",
              render: (row) => (
                <Link
                  to={`/classes?q=${encodeURIComponent(row.occupationName)}`}
                  className="relative text-accent underline underline-offset-4"
                >
                  找这个工种的班
                </Link>
              ),
            },
          ]}
        />
      );
  }
}

const occupationColumns = (scarce: ReadonlySet<string>): RecordColumn<Standard>[] => [
  {
    key: "name",
    title: "工种",
    onPhone: "title",
    render: (row) => (
      <>
        {row.occupationName}
        {scarce.has(row.occupation) && (
          <span className="ml-2 rounded-sm border border-turn-line px-1.5 text-xs font-normal text-turn">紧缺</span>
        )}
      </>
    ),
  },
  {
    key: "level",
    title: "等级",
    onPhone: "aside",
    render: (row) => (
      <span className="font-normal text-ink-2">{isSkillLevel(row.level) ? skillLevelLabel(row.level) : "不分级"}</span>
    ),
  },
  { key: "training", title: "培训补贴", align: "right", render: (row) => <Money fen={row.trainingFen} /> },
  { key: "assessment", title: "鉴定补贴", align: "right", render: (row) => <Money fen={row.assessmentFen} /> },
  { key: "hours", title: "要学满", align: "right", render: (row) => <Hours value={row.requiredHours} /> },
  {
    key: "code",
    title: "职业编码",
    onPhone: "hidden",
    render: (row) => <span className="num text-ink-2">{row.occupation}</span>,
  },
];

const organisationColumns: RecordColumn<Organisation>[] = [
  { key: "name", title: "机构", onPhone: "title", render: (row) => row.name },
  { key: "town", title: "在哪里", render: (row) => regionName(row.town) },
  {
    key: "programmes",
    title: "获准的工种",
    render: (row) => (
      <span className="text-sm">
        {row.programmes
          .slice(0, 3)
          .map((one) => withLevel(one.occupationName, one.level))
          .join("、")}
        {row.programmes.length > 3 && ` 等 ${row.programmes.length} 项`}
      </span>
    ),
  },
];

const projectColumns: RecordColumn<Project>[] = [
  { key: "name", title: "项目", onPhone: "title", render: (row) => row.name },
  {
    key: "kind",
    title: "类型",
    onPhone: "aside",
    render: (row) => (
      <span className="font-normal text-ink-2">{row.kind === "named-plan" ? "专项计划" : "项目制培训"}</span>
    ),
  },
  {
    key: "groups",
    title: "面向",
    render: (row) => row.groups.map((code) => (groups.has(code) ? groups.label(code) : code)).join("、") || "不限",
  },
  {
    key: "open",
    title: "受理期",
    render: (row) => <span className="num whitespace-nowrap">{formatPeriod(row.openFrom, row.openTo)}</span>,
  },
  {
    key: "clause",
    title: "依据",
    render: (row) => (
      <Link to={clauseHref(row.clause)} className="num text-accent underline underline-offset-4">
        {row.clause}
      </Link>
    ),
  },
];
