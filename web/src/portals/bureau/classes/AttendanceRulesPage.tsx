import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { dateOf } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark, type StatusKind } from "../../../kit/StatusMark.tsx";
import { type AttendanceRule, wordsOf } from "./attendance-rule.ts";
import { DecideAttendanceRuleDialog } from "./DecideAttendanceRuleDialog.tsx";
import { ProposeAttendanceRuleDialog } from "./ProposeAttendanceRuleDialog.tsx";

const STATES: Record<AttendanceRule["state"], { kind: StatusKind; label: string }> = {
  proposed: { kind: "turn", label: "待另一人确认" },
  "in-force": { kind: "done", label: "已确认" },
  withdrawn: { kind: "ended", label: "已退回" },
};

/** 最低出勤: the county's rules for completing a class, by day; one officer proposes, another decides. */
export default function AttendanceRulesPage(): ReactElement {
  const rules = useApi(api.attendanceRules.list, {});
  const reviewer = useSession().data?.account?.role === "reviewer";
  const [proposing, setProposing] = useState(false);
  const [deciding, setDeciding] = useState<{ rule: AttendanceRule; agreed: boolean } | null>(null);
  return (
    <StaffPage
      title="最低出勤"
      intro="没有规定时，学员计入课时满计划课时才能参加结业考核。规定自生效日起开的班适用，已开的班不变。"
      actions={
        reviewer && (
          <Button icon="plus" onClick={() => setProposing(true)}>
            录入新规定
          </Button>
        )
      }
    >
      <QueryView
        query={rules}
        lines={6}
        isEmpty={({ rows }) => rows.length === 0}
        empty={
          <Empty title="本县没有最低出勤的规定">
            结业只看计入课时。要加一条出勤下限，或规定达到一定比例即可结业，请凭文件录入，由另一人确认。
          </Empty>
        }
      >
        {({ rows }) => (
          <ul className="divide-y divide-line rounded-md border border-line bg-sheet">
            {rows.map((rule) => (
              <li key={rule.id} className="grid items-baseline gap-x-6 gap-y-1 p-4 md:grid-cols-[18rem_10rem_1fr_auto]">
                <span className="text-lg font-semibold">{wordsOf(rule)}</span>
                <span className="num">{rule.effectiveFrom} 起开的班</span>
                <span className="min-w-0 text-ink-2">
                  {rule.source}
                  <span className="num ml-2 text-sm text-ink-3">{dateOf(rule.setAt)} 录入</span>
                </span>
                <span className="flex flex-wrap items-center gap-2">
                  <StatusMark kind={STATES[rule.state].kind}>{STATES[rule.state].label}</StatusMark>
                  {rule.state === "proposed" && reviewer && !rule.mine && (
                    <>
                      <Button onClick={() => setDeciding({ rule, agreed: true })}>确认</Button>
                      <Button variant="secondary" onClick={() => setDeciding({ rule, agreed: false })}>
                        退回
                      </Button>
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {proposing && <ProposeAttendanceRuleDialog onClose={() => setProposing(false)} />}
      {deciding !== null && <DecideAttendanceRuleDialog {...deciding} onClose={() => setDeciding(null)} />}
    </StaffPage>
  );
}
