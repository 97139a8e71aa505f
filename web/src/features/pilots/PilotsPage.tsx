import { stateChoices, stateKind, stateWord } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { api } from "../../api/api.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Money } from "../../kit/Money.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";
import { ProposePilotDialog } from "./ProposePilotDialog.tsx";

const HOMES: Record<string, string> = { institution: "/institution/pilots", evaluator: "/evaluation/pilots" };

/** 1+X 试点: places of a school for a certificate, and what came of them. */
export default function PilotsPage(): ReactElement {
  const role = useSession().data?.account?.role ?? "";
  const [filters, , bind] = useFilters(["state"]);
  const [open, setOpen] = useState(false);
  const list = useList(api.pilots.list, { usual: "-year", filters, exportAs: "1+X试点.xlsx" });
  const home = HOMES[role] ?? "/bureau/pilots";
  const propose = role === "institution" && (
    <Button icon="plus" onClick={() => setOpen(true)}>
      申报试点
    </Button>
  );
  return (
    <StaffPage
      title="1+X 证书试点"
      intro="证书自己的初、中、高级不是职业技能等级，不折算。考核费只按实际参加考试的人算。"
      actions={propose || undefined}
    >
      <DataTable
        id="pilots"
        caption="1+X 试点"
        unit="项"
        {...list}
        rowKey={(row) => row.id}
        filters={<Filter label="状态" {...bind("state")} choices={stateChoices("pilot")} />}
        empty={<Empty title="没有试点">学校申报、教育部门批准后，在这里登记考生、看成绩。</Empty>}
        columns={[
          { key: "year", sort: "year", title: "年度", render: (row) => <span className="num">{row.year}</span> },
          {
            key: "certificate",
            sort: "certificate",
            title: "证书",
            render: (row) => (
              <Link to={`${home}/${row.id}`} className="font-medium underline underline-offset-3 hover:text-accent">
                {row.certificate}（{row.levelLabel}）
              </Link>
            ),
          },
          { key: "school", sort: "schoolName", title: "学校", render: (row) => row.schoolName },
          { key: "evaluator", title: "培训评价组织", optional: true, render: (row) => row.evaluatorName },
          {
            key: "places",
            sort: "places",
            title: "登记 / 名额",
            align: "right",
            render: (row) => <span className="num">{`${row.registered} / ${row.places}`}</span>,
          },
          { key: "sat", title: "参考", align: "right", render: (row) => <span className="num">{row.sat}</span> },
          {
            key: "passed",
            sort: "passed",
            title: "取得证书",
            align: "right",
            render: (row) => <span className="num">{row.passed}</span>,
          },
          { key: "fees", title: "考核费", align: "right", render: (row) => <Money fen={row.feesFen} /> },
          {
            key: "state",
            title: "状态",
            render: (row) => (
              <StatusMark kind={stateKind("pilot", row.state, role === "department" ? "office" : "owner")}>
                {stateWord("pilot", row.state).label}
              </StatusMark>
            ),
          },
        ]}
      />
      {open && <ProposePilotDialog onClose={() => setOpen(false)} />}
    </StaffPage>
  );
}
