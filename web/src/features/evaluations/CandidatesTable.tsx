import { stateChoices, stateKind, stateWord } from "@jinengtong/words";
import type { ReactElement, ReactNode } from "react";
import { api } from "../../api/api.ts";
import { Empty } from "../../kit/Empty.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";
import { type Candidate, WAYS } from "./words.ts";

interface CandidatesTableProps {
  batchId: string;
  /** Acts on one candidate. */
  renderAct?: (row: Candidate) => ReactNode;
}

const scores = ({ result }: Candidate): string =>
  result === null
    ? "—"
    : [result.theory, result.practice, result.review].filter((one) => one !== null).join(" / ") || "—";

/** Candidates of a batch: condition and check, seat, marks, certificate. */
export function CandidatesTable({ batchId, renderAct }: CandidatesTableProps): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const list = useList(api.evaluationCandidates.list, {
    params: { id: batchId },
    usual: "ticket",
    filters,
    exportAs: "考生花名册.xlsx",
  });
  return (
    <DataTable
      id="evaluation-candidates"
      caption="考生"
      unit="人"
      {...list}
      rowKey={(row) => row.id}
      filters={<Filter label="审查" {...bind("state")} choices={stateChoices("evaluation-candidate")} />}
      empty={<Empty title="还没有考生">用表格导入，或按培训班报名；没有上过班的人也可以报。</Empty>}
      columns={[
        {
          key: "ticket",
          sort: "ticket",
          title: "准考证号",
          render: (row) => <span className="num">{row.ticket ?? "截止报名后编号"}</span>,
        },
        {
          key: "name",
          sort: "name",
          title: "姓名",
          render: (row) => (
            <>
              <span className="font-medium">{row.name}</span>
              {row.makeUp && <span className="ml-2 text-sm text-ink-2">补考</span>}
            </>
          ),
        },
        { key: "identity", title: "身份证号", render: (row) => <span className="num">{row.citizenIdMasked}</span> },
        { key: "condition", title: "申报条件", render: (row) => `${row.conditionText}（${row.workYears} 年）` },
        {
          key: "state",
          sort: "state",
          title: "审查",
          render: (row) => (
            <span className="grid gap-1">
              <StatusMark kind={stateKind("evaluation-candidate", row.state, "office")}>
                {stateWord("evaluation-candidate", row.state).label}
              </StatusMark>
              {row.state === "refused" && <span className="text-sm text-ink-2">{row.checkReason}</span>}
            </span>
          ),
        },
        {
          key: "seats",
          title: "考场座位",
          render: (row) =>
            row.seats.length === 0
              ? "—"
              : row.seats.map((seat) => `${WAYS[seat.subject]} ${seat.roomName} ${seat.seat} 号`).join("；"),
        },
        { key: "scores", title: "成绩", align: "right", render: (row) => <span className="num">{scores(row)}</span> },
        {
          key: "result",
          title: "结果",
          render: (row) =>
            row.result === null ? (
              "—"
            ) : (
              <StatusMark kind={row.result.passed ? "done" : "refused"}>
                {row.result.passed
                  ? "合格"
                  : row.result.status === "absent"
                    ? "缺考"
                    : row.result.status === "cheated"
                      ? "违纪"
                      : "不合格"}
              </StatusMark>
            ),
        },
        {
          key: "certificate",
          title: "证书编号",
          optional: true,
          render: (row) => <span className="num">{row.result?.certificate ?? "—"}</span>,
        },
        ...(renderAct === undefined ? [] : [{ key: "act", title: "办理", render: renderAct }]),
      ]}
    />
  );
}
