import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { examRefresh } from "./refresh.ts";
import { ResultDialog } from "./ResultDialog.tsx";
import { ResultsImport } from "./ResultsImport.tsx";
import { ScoreCell } from "./ScoreCell.tsx";
import type { Exam, ExamSeat } from "./exam.ts";
import type { DataColumn } from "../../lists/column.ts";

interface ExamSheetProps {
  examId: string;
  /** Whether this organisation records the results: the exam's evaluator, or else the school. */
  writes: boolean;
  /** Below the results: certificates. */
  children?: (exam: Exam) => ReactElement;
}

/** Results of one exam: typed down the column, imported, corrected with a reason. */
export function ExamSheet({ examId, writes, children }: ExamSheetProps): ReactElement {
  const exam = useApi(api.exams.show, { params: { id: examId } });
  const [correcting, setCorrecting] = useState<ExamSeat | null>(null);
  const [absent, setAbsent] = useState<ExamSeat | null>(null);
  const [importing, setImporting] = useState(false);
  const tell = useToast();
  const record = useChange(api.exams.record, { refresh: examRefresh });

  return (
    <QueryView query={exam} lines={8}>
      {(data) => {
        const recorded = data.seats.filter((seat) => seat.passed !== null);
        const passed = recorded.filter((seat) => seat.passed === true).length;
        const columns: DataColumn<ExamSeat>[] = [
          { key: "seat", title: "座号", align: "right", width: "4rem", render: (row) => row.seat },
          { key: "name", title: "姓名", render: (row) => <span className="font-medium">{row.name}</span> },
          {
            key: "score",
            title: "成绩",
            align: "right",
            width: "9rem",
            render: (row) =>
              row.score !== null ? (
                <span className="num font-semibold">{row.score}</span>
              ) : row.absent ? (
                "缺考"
              ) : writes && row.notReady === null ? (
                <ScoreCell
                  label={`${row.name} 的成绩`}
                  onScore={async (score) => {
                    await record.mutateAsync({ params: { id: examId }, body: { enrolmentId: row.enrolmentId, score } });
                    tell(`${row.name} ${score} 分已登记`);
                  }}
                />
              ) : (
                "–"
              ),
          },
          {
            key: "passed",
            title: "结果",
            render: (row) =>
              row.passed === null ? (
                row.notReady === null ? (
                  <StatusMark kind="waiting">未登记</StatusMark>
                ) : (
                  <StatusMark kind="late">还不能考</StatusMark>
                )
              ) : row.passed ? (
                <StatusMark kind="done">合格</StatusMark>
              ) : (
                <StatusMark kind="refused">{row.absent ? "缺考" : "不合格"}</StatusMark>
              ),
          },
          {
            key: "note",
            title: "说明",
            render: (row) =>
              [
                row.notReady ?? "",
                row.theory === null ? "" : `理论 ${row.theory}，实操 ${row.skill ?? "–"}`,
                row.corrections > 0 ? `改过 ${row.corrections} 次：${row.reason ?? ""}` : "",
              ]
                .filter((part) => part !== "")
                .join("；"),
          },
          {
            key: "act",
            title: "办理",
            render: (row) =>
              writes && row.passed !== null ? (
                <RowAct label={`更正 ${row.name} 的成绩`} onClick={() => setCorrecting(row)}>
                  更正
                </RowAct>
              ) : writes ? (
                <RowAct label={`登记 ${row.name} 缺考`} onClick={() => setAbsent(row)}>
                  缺考
                </RowAct>
              ) : (
                ""
              ),
          },
        ];
        return (
          <div className="grid gap-4">
            <Card>
              <FactList
                columns={3}
                facts={[
                  { label: "性质", value: data.kind === "completion" ? "结业考核" : "技能评价" },
                  { label: "考核日期", value: <span className="num">{data.heldOn}</span> },
                  { label: "合格线", value: <span className="num">{data.passScore} 分</span> },
                  { label: "考评人员", value: data.examinerNames.join("、") || "没有填写" },
                  {
                    label: "已登记 / 应考",
                    value: (
                      <span className="num">
                        {recorded.length} / {data.seats.length} 人
                      </span>
                    ),
                  },
                  {
                    label: "合格",
                    value: (
                      <span className="num">
                        {passed} 人{recorded.length > 0 && `（${Math.round((passed / recorded.length) * 100)}%）`}
                      </span>
                    ),
                  },
                ]}
              />
            </Card>
            <ErrorNotice error={record.error} />
            <DataTable
              id="exam-results"
              caption="成绩"
              unit="人"
              columns={columns}
              rows={data.seats}
              rowKey={(row) => row.enrolmentId}
              exportTo={{ path: `/api/v1/exams/${examId}/export`, name: "成绩表.xlsx" }}
              filters={
                writes ? (
                  <>
                    <Button variant="secondary" icon="upload" onClick={() => setImporting(true)}>
                      导入成绩表
                    </Button>
                    <span className="text-sm text-ink-2">
                      输入分数按 Enter 登记并到下一人；导出的成绩表填好可再导入，没来考的写“缺考”。
                    </span>
                  </>
                ) : (
                  <span className="text-ink-2">成绩由评价机构登记。</span>
                )
              }
              empty={<Empty title="这个班没有学员">名册上有人后才能登记成绩。</Empty>}
            />
            {children?.(data)}
            {correcting !== null && (
              <ResultDialog examId={examId} seat={correcting} onClose={() => setCorrecting(null)} />
            )}
            {absent !== null && (
              <ConfirmSheet
                open
                onClose={() => setAbsent(null)}
                title={`登记 ${absent.name} 缺考`}
                consequences={["缺考不合格、没有分数；补考另安排一次考核，登记错了可以更正并写明理由。"]}
                action="登记缺考"
                busy={record.isPending}
                error={record.error}
                onConfirm={() =>
                  record.mutate(
                    { params: { id: examId }, body: { enrolmentId: absent.enrolmentId, absent: true } },
                    {
                      onSuccess: () => {
                        tell(`${absent.name} 缺考已登记`);
                        setAbsent(null);
                      },
                    },
                  )
                }
              />
            )}
            {importing && <ResultsImport examId={examId} onClose={() => setImporting(false)} />}
          </div>
        );
      }}
    </QueryView>
  );
}
