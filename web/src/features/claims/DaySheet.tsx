import type { ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { formatYuan } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RecordList } from "../../kit/RecordList.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { weekdayOf } from "../../kit/today.ts";
import type { Claim } from "./claim.ts";

type Sheet = Output<Api["claims"]["days"]>;

/** Whether the claim is counted by the days that were attended. */
export const countsDays = ({ facts }: Pick<Claim, "facts">): boolean => {
  const training = facts["training"] as { attendedDays?: unknown } | undefined;
  return Array.isArray(training?.attendedDays);
};

/** 出勤日明细: each day of the class, whether it counts for the allowance, and why not. */
export function DaySheet({ id }: { id: string }): ReactElement {
  const query = useApi(api.claims.days, { params: { id } });
  return (
    <QueryView query={query} lines={8}>
      {(sheet) => (
        <div className="grid gap-3">
          <p className="num">{sumOf(sheet)}</p>
          {sheet.follows !== null && (
            <Notice title={`补发：接着申请 ${sheet.follows}`}>
              那笔申请办结以后更正了考勤，多出来的日子另作一笔，原来的不变。
            </Notice>
          )}
          {sheet.days.some(({ corrected }) => corrected) && (
            <Notice tone="turn" title="有的日子考勤后来更正过">
              这张表按申请时的考勤判定。办结以后多出来的日子会另备一笔申请；少了的由人社部门核实追回。
            </Notice>
          )}
          <RecordList
            caption="每一天计不计生活费"
            rows={sheet.days}
            rowKey={(row) => row.day}
            columns={[
              {
                key: "day",
                title: "日期",
                onPhone: "title",
                render: (row) => (
                  <span className="num">
                    {row.day} {weekdayOf(row.day)}
                  </span>
                ),
              },
              {
                key: "present",
                title: "到课",
                render: (row) => (
                  <span className="num">{row.due === 0 ? "当天没有课" : `${row.due} 次课到 ${row.present} 次`}</span>
                ),
              },
              { key: "marks", title: "考勤", render: (row) => row.marks.join("、") },
              {
                key: "counted",
                title: "计不计",
                onPhone: "aside",
                render: (row) => (
                  <StatusMark kind={row.counted ? "done" : "ended"}>{row.counted ? "计" : "不计"}</StatusMark>
                ),
              },
              {
                key: "because",
                title: "为什么",
                render: (row) => `${row.because}${row.corrected ? "；考勤后来更正过" : ""}`,
              },
            ]}
          />
        </div>
      )}
    </QueryView>
  );
}

/** 上课 10 天，出勤 8 天，计 6 天，每天 50 元，共 300.00 元 */
function sumOf({ totals, perDayFen, amountFen }: Sheet): string {
  const money =
    perDayFen === null || amountFen === null
      ? ""
      : `，每天 ${formatYuan(perDayFen)} 元，共 ${formatYuan(amountFen, { fen: "always" })} 元`;
  return `上课 ${totals.classDays} 天，出勤 ${totals.attended} 天，计 ${totals.counted} 天${money}。`;
}
