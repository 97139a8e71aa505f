import { findOccupation } from "@jinengtong/standards";
import { stateChoices, stateKind, stateWord } from "@jinengtong/words";
import type { ReactElement, ReactNode } from "react";
import { api } from "../../api/api.ts";
import { Empty } from "../../kit/Empty.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";
import { type Staff, STAFF_KINDS, YEAR_RESULTS } from "./words.ts";

interface StaffTableProps {
  id: string;
  office?: boolean;
  renderAct: (row: Staff) => ReactNode;
}

/** The register of examiners, invigilators and supervisors: certificate, training, last year's result, batches. */
export function StaffTable({ id, office = false, renderAct }: StaffTableProps): ReactElement {
  const [filters, , bind] = useFilters(["q", "kind", "state"]);
  const list = useList(api.evaluationStaff.list, { usual: "name", filters, exportAs: "考评督导人员.xlsx" });
  return (
    <DataTable
      id={id}
      caption="考评督导人员"
      unit="人"
      {...list}
      rowKey={(row) => row.id}
      filters={
        <>
          <WordsFilter label="姓名或证件编号" {...bind("q")} />
          <Filter
            label="类别"
            {...bind("kind")}
            choices={Object.entries(STAFF_KINDS).map(([value, label]) => ({ value, label }))}
          />
          <Filter label="状态" {...bind("state")} choices={stateChoices("evaluation-staff")} />
        </>
      }
      empty={<Empty title="名册里还没有人">登记持证的考评员、监考和督导，经人社部门确认后才能派往批次。</Empty>}
      columns={[
        { key: "name", sort: "name", title: "姓名", render: (row) => <span className="font-medium">{row.name}</span> },
        { key: "kind", sort: "kind", title: "类别", render: (row) => STAFF_KINDS[row.kind] },
        {
          key: "organisation",
          sort: "organisationName",
          title: "单位",
          render: (row) => row.organisationName ?? "人社部门",
        },
        {
          key: "certificate",
          title: "证件编号",
          render: (row) => <span className="num">{row.certificateNumber}</span>,
        },
        {
          key: "valid",
          sort: "validTo",
          title: "有效期至",
          render: (row) => <span className="num whitespace-nowrap">{row.validTo}</span>,
        },
        {
          key: "scope",
          title: "可考评",
          render: (row) =>
            row.occupations.length === 0
              ? "—"
              : `${row.occupations.map((code) => findOccupation(code)?.name ?? code).join("、")}，至 ${row.highestLevel} 级`,
        },
        {
          key: "batches",
          sort: "batches",
          title: "批次",
          align: "right",
          render: (row) => <span className="num">{row.batches}</span>,
        },
        {
          key: "training",
          title: "培训学时",
          align: "right",
          render: (row) => <span className="num">{row.trainedHours}</span>,
        },
        {
          key: "year",
          title: "年度考核",
          render: (row) => (row.lastResult === null ? "—" : `${row.lastYear} 年${YEAR_RESULTS[row.lastResult]}`),
        },
        {
          key: "state",
          title: "状态",
          render: (row) => (
            <StatusMark kind={stateKind("evaluation-staff", row.state, office ? "office" : undefined)}>
              {stateWord("evaluation-staff", row.state).label}
            </StatusMark>
          ),
        },
        { key: "act", title: "办理", render: renderAct },
      ]}
    />
  );
}
