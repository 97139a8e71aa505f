import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { RegisterStaffDialog } from "../../../features/evaluations/RegisterStaffDialog.tsx";
import { StaffTable } from "../../../features/evaluations/StaffTable.tsx";
import { type Staff, STAFF_KINDS } from "../../../features/evaluations/words.ts";
import { Button } from "../../../kit/Button.tsx";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { StaffPage as Page } from "../../../kit/staff/StaffPage.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { YearDialog } from "./YearDialog.tsx";

type Verdict = "confirmed" | "rejected" | "removed";
const WORDS: Record<Verdict, { action: string; consequence: string }> = {
  confirmed: { action: "确认在册", consequence: "可以派往职业和等级范围内的批次。" },
  rejected: { action: "不通过", consequence: "不能派遣；更正后可以重新登记。" },
  removed: { action: "移出名册", consequence: "以后不能再派；已派往未开考批次的，开考前会被拦下。" },
};

/** 考评督导人员: the county's register. Entries are confirmed by another officer than who made them. */
export default function StaffPage(): ReactElement {
  const reviewer = useSession().data?.account?.role === "reviewer";
  const tell = useToast();
  const [registering, setRegistering] = useState(false);
  const [asked, setAsked] = useState<{ staff: Staff; verdict: Verdict } | null>(null);
  const [yearOf, setYearOf] = useState<Staff | null>(null);
  const decide = useChange(api.evaluationStaff.decide, {
    refresh: [api.evaluationStaff.list],
    onSuccess: () => {
      tell("已办理");
      setAsked(null);
    },
  });
  const offer = (staff: Staff, verdicts: Verdict[]) =>
    verdicts.map((verdict) => (
      <RowAct
        key={verdict}
        label={`${WORDS[verdict].action} ${staff.name}`}
        onClick={() => setAsked({ staff, verdict })}
      >
        {WORDS[verdict].action}
      </RowAct>
    ));
  return (
    <Page
      title="考评督导人员"
      intro="考评员、监考和内部督导由评价机构登记，外部督导由本局登记；都须另一位人员核对证件后确认。"
      actions={
        reviewer && (
          <Button icon="plus" onClick={() => setRegistering(true)}>
            登记外部督导
          </Button>
        )
      }
    >
      <StaffTable
        id="bureau-evaluation-staff"
        office
        renderAct={(row) =>
          reviewer ? (
            <span className="flex gap-3 whitespace-nowrap">
              {row.state === "registered" && offer(row, ["confirmed", "rejected"])}
              {row.state === "confirmed" && (
                <>
                  <RowAct label={`${row.name} 年度考核`} onClick={() => setYearOf(row)}>
                    年度考核
                  </RowAct>
                  {offer(row, ["removed"])}
                </>
              )}
            </span>
          ) : (
            "—"
          )
        }
      />
      {registering && <RegisterStaffDialog kinds={["external-supervisor"]} onClose={() => setRegistering(false)} />}
      {yearOf !== null && <YearDialog staff={yearOf} onClose={() => setYearOf(null)} />}
      {asked !== null && (
        <ActDialog
          title={`${WORDS[asked.verdict].action}：${asked.staff.name}（${STAFF_KINDS[asked.staff.kind]}）`}
          action={WORDS[asked.verdict].action}
          consequences={[WORDS[asked.verdict].consequence]}
          danger={asked.verdict === "removed"}
          label="意见"
          readBy="登记的单位会看到"
          rules={contractOf(api.evaluationStaff.decide)}
          busy={decide.isPending}
          error={decide.error}
          onClose={() => setAsked(null)}
          onConfirm={(reason) =>
            decide.mutate({ params: { id: asked.staff.id }, body: { verdict: asked.verdict, reason } })
          }
        />
      )}
    </Page>
  );
}
