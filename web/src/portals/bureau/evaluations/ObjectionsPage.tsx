import { stateChoices, stateKind, stateWord } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { WAYS } from "../../../features/evaluations/words.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import { ActDialog } from "../ActDialog.tsx";

type Objection = Output<Api["evaluationObjections"]["list"]>["rows"][number];

/** 成绩异议: candidates object in the days of publicity; certificates wait for the answer. */
export default function ObjectionsPage(): ReactElement {
  const reviewer = useSession().data?.account?.role === "reviewer";
  const tell = useToast();
  const [filters, , bind] = useFilters(["state"]);
  const list = useList(api.evaluationObjections.list, { usual: "-raisedAt", filters, exportAs: "认定成绩异议.xlsx" });
  const [asked, setAsked] = useState<{ row: Objection; verdict: "upheld" | "refused" } | null>(null);
  const answer = useChange(api.evaluationObjections.answer, {
    refresh: [api.evaluationObjections.list],
    onSuccess: () => {
      tell("已答复，考生和评价机构收到通知");
      setAsked(null);
    },
  });
  return (
    <StaffPage title="成绩异议" intro="公示期内考生对本人成绩的异议。没有答复的，整批不能发证。">
      <DataTable
        id="bureau-evaluation-objections"
        caption="成绩异议"
        unit="件"
        {...list}
        rowKey={(row) => row.id}
        filters={<Filter label="状态" {...bind("state")} choices={stateChoices("evaluation-objection")} />}
        empty={<Empty title="没有成绩异议">考生在“我的技能认定”里提出，列在这里。</Empty>}
        columns={[
          {
            key: "raised",
            sort: "raisedAt",
            title: "提出",
            render: (row) => <span className="num whitespace-nowrap">{formatInstant(row.raisedAt)}</span>,
          },
          { key: "number", sort: "number", title: "批次", render: (row) => <span className="num">{row.number}</span> },
          { key: "organisation", title: "评价机构", render: (row) => row.organisationName },
          {
            key: "who",
            title: "考生",
            render: (row) => (
              <>
                {row.name} <span className="num text-sm text-ink-2">{row.ticket}</span>
              </>
            ),
          },
          { key: "text", title: "异议", render: (row) => row.text },
          {
            key: "scores",
            title: "评分",
            render: (row) =>
              row.scores.map((one) => `${WAYS[one.subject]} ${one.examiner} ${one.score ?? "—"}`).join("；"),
          },
          {
            key: "state",
            sort: "state",
            title: "状态",
            render: (row) => (
              <StatusMark kind={stateKind("evaluation-objection", row.state, "office")}>
                {stateWord("evaluation-objection", row.state).label}
              </StatusMark>
            ),
          },
          {
            key: "act",
            title: "办理",
            render: (row) =>
              reviewer && row.state === "open" ? (
                <span className="flex gap-3 whitespace-nowrap">
                  <RowAct label={`${row.name} 异议成立`} onClick={() => setAsked({ row, verdict: "upheld" })}>
                    成立
                  </RowAct>
                  <RowAct label={`${row.name} 异议不成立`} onClick={() => setAsked({ row, verdict: "refused" })}>
                    不成立
                  </RowAct>
                </span>
              ) : (
                (row.answer ?? "—")
              ),
          },
        ]}
      />
      {asked !== null && (
        <ActDialog
          title={`${asked.row.name}的异议${asked.verdict === "upheld" ? "成立" : "不成立"}`}
          consequences={
            asked.verdict === "upheld"
              ? ["评价机构更正该考生的评分，更正前整批不能发证。", "原评分保留在记录里。"]
              : ["成绩不变，考生收到答复。"]
          }
          action="答复"
          label="答复"
          readBy="考生会看到"
          words="answer"
          rules={contractOf(api.evaluationObjections.answer)}
          busy={answer.isPending}
          error={answer.error}
          onClose={() => setAsked(null)}
          onConfirm={(words) =>
            answer.mutate({ params: { id: asked.row.id }, body: { verdict: asked.verdict, answer: words } })
          }
        />
      )}
    </StaffPage>
  );
}
