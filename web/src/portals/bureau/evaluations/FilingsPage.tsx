import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { FilingsTable } from "../../../features/evaluations/FilingsTable.tsx";
import type { Filing } from "../../../features/evaluations/words.ts";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";

type Verdict = "approved" | "returned" | "ended";
const WORDS: Record<Verdict, { action: string; consequence: string }> = {
  approved: { action: "通过备案", consequence: "评价机构可以在这些职业、等级和场地内报认定计划。" },
  returned: { action: "退回备案", consequence: "评价机构按意见更正后重新提交。" },
  ended: { action: "终止备案", consequence: "不能再开新批次；已公布的批次开考前会被拦下。" },
};

/** 评价机构备案: the bureau approves filings, sends them back, or ends them. */
export default function FilingsPage(): ReactElement {
  const reviewer = useSession().data?.account?.role === "reviewer";
  const tell = useToast();
  const [asked, setAsked] = useState<{ filing: Filing; verdict: Verdict } | null>(null);
  const decide = useChange(api.evaluationFilings.decide, {
    refresh: [api.evaluationFilings.list],
    onSuccess: () => {
      tell("已办理");
      setAsked(null);
    },
  });
  const offer = (filing: Filing, verdicts: Verdict[]) => (
    <span className="flex gap-3 whitespace-nowrap">
      {verdicts.map((verdict) => (
        <RowAct
          key={verdict}
          label={`${WORDS[verdict].action} ${filing.number}`}
          onClick={() => setAsked({ filing, verdict })}
        >
          {WORDS[verdict].action}
        </RowAct>
      ))}
    </span>
  );
  return (
    <StaffPage title="评价机构备案" intro="认定只能在备案的职业、等级和场地内进行，范围以外的计划平台不收。">
      <FilingsTable
        id="bureau-evaluation-filings"
        office
        renderAct={(row) =>
          reviewer && row.state === "submitted"
            ? offer(row, ["approved", "returned"])
            : reviewer && row.state === "approved"
              ? offer(row, ["ended"])
              : "—"
        }
      />
      {asked !== null && (
        <ActDialog
          title={`${WORDS[asked.verdict].action} ${asked.filing.number}`}
          action={WORDS[asked.verdict].action}
          consequences={[WORDS[asked.verdict].consequence]}
          danger={asked.verdict === "ended"}
          label="意见"
          readBy="评价机构会看到"
          rules={contractOf(api.evaluationFilings.decide)}
          busy={decide.isPending}
          error={decide.error}
          onClose={() => setAsked(null)}
          onConfirm={(reason) =>
            decide.mutate({ params: { id: asked.filing.id }, body: { verdict: asked.verdict, reason } })
          }
        />
      )}
    </StaffPage>
  );
}
