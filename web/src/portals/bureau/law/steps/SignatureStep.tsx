import { todayInShanghai } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { api } from "../../../../api/api.ts";
import { contractOf } from "../../../../api/contract.ts";
import { useChange } from "../../../../api/hooks.ts";
import { Button } from "../../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../../kit/ConfirmSheet.tsx";
import { FactList } from "../../../../kit/FactList.tsx";
import { formatInstant } from "../../../../kit/format.ts";
import { Notice } from "../../../../kit/Notice.tsx";
import { useToast } from "../../../../kit/Toast.tsx";
import { ActDialog } from "../../ActDialog.tsx";
import { storedFiles, type ShownDraft } from "../draft.ts";
import { textAt } from "../model/files.ts";
import { StepCard } from "./StepCard.tsx";

type Act = "submit" | "sign" | "return" | "withdraw";

/** Who submits, who signs, from which day: two officers, one after the other. */
export function SignatureStep({ draft, ready }: { draft: ShownDraft; ready: boolean }): ReactElement {
  const [act, setAct] = useState<Act | null>(null);
  const manifest = storedFiles(draft)["manifest.json"];
  const from = textAt(manifest, "/effective/from");
  const redecides = textAt(manifest, "/transition") === "redecide";
  const mine = draft.submission?.mine === true;
  return (
    <StepCard
      title="签发"
      intro="一位提交，另一位签发。签发以后这一版不再改变。"
      status={statusOf(draft, ready)}
      action={
        <span className="flex flex-wrap gap-2">
          {draft.state === "open" && (
            <>
              <Button variant="secondary" onClick={() => setAct("withdraw")}>
                作废草案
              </Button>
              <Button icon="arrow" disabled={!ready} onClick={() => setAct("submit")}>
                提交签发
              </Button>
            </>
          )}
          {draft.state === "submitted" && (
            <>
              <Button variant="secondary" onClick={() => setAct("return")}>
                {mine ? "撤回来改" : "退回"}
              </Button>
              {!mine && (
                <Button icon="check" onClick={() => setAct("sign")}>
                  签发
                </Button>
              )}
            </>
          )}
        </span>
      }
    >
      {draft.state === "open" && !ready && <p className="text-ink-2">检查没有错误，证明成立，影响测算过，才能提交。</p>}
      {draft.state === "submitted" && (
        <Notice tone="turn" title={mine ? "等另一位工作人员签发" : "等您签发"}>
          {mine ? "请另一位有权限的工作人员登录，打开这一页签发。" : "请看过上面的改动、证明和影响，再签发或退回。"}
        </Notice>
      )}
      <FactList
        columns={2}
        facts={[
          { label: "从哪日起的申请用这一版", value: <span className="num">{from}</span> },
          { label: "届时在办的申请", value: redecides ? "按新版本重新判定" : "照原来的版本办完" },
          {
            label: "提交",
            value:
              draft.submission === null ? "还没有提交" : `${draft.submission.by} ${formatInstant(draft.submission.at)}`,
          },
          { label: "规则的指纹", value: <span className="num text-sm break-all">{draft.digest ?? "文件还不全"}</span> },
          ...(draft.submission?.statement == null ? [] : [{ label: "说明", value: draft.submission.statement }]),
        ]}
      />
      {act === "submit" && <SubmitDialog draft={draft} from={from} onClose={() => setAct(null)} />}
      {act === "sign" && <SignDialog draft={draft} from={from} redecides={redecides} onClose={() => setAct(null)} />}
      {act === "return" && <ReturnDialog draft={draft} mine={mine} onClose={() => setAct(null)} />}
      {act === "withdraw" && <WithdrawDialog draft={draft} onClose={() => setAct(null)} />}
    </StepCard>
  );
}

function statusOf(
  draft: ShownDraft,
  ready: boolean,
): { kind: "turn" | "doing" | "done" | "waiting" | "ended"; label: string } {
  switch (draft.state) {
    case "published":
      return { kind: "done", label: "已签发" };
    case "withdrawn":
      return { kind: "ended", label: "已作废" };
    case "submitted":
      return { kind: "turn", label: "待签发" };
    default:
      return ready ? { kind: "turn", label: "可以提交" } : { kind: "waiting", label: "还不能提交" };
  }
}

const REFRESH = [
  api.policyDrafts.show,
  api.policyDrafts.list,
  api.policyDrafts.proof,
  api.policyDrafts.impact,
] as const;

interface ActProps {
  draft: ShownDraft;
  onClose: () => void;
}

/** A version that begins on an earlier day changes nothing that was decided; that takes a redecision, signed by two. */
const retroactive = (from: string): string[] =>
  from < todayInShanghai(new Date())
    ? ["从这天以来已作出的决定、已付的款不变；要按这一版补发或追回，签发后另办“追溯裁定”，由两人签字。"]
    : ["已作出的决定、已付的款不变。"];

function SubmitDialog({ draft, from, onClose }: ActProps & { from: string }): ReactElement {
  const tell = useToast();
  const submit = useChange(api.policyDrafts.submit, {
    refresh: REFRESH,
    onSuccess: () => {
      tell("已提交，等另一位签发");
      onClose();
    },
  });
  return (
    <ActDialog
      title="提交签发"
      consequences={[
        "草案锁定，不能再改；要改，先撤回。",
        "由另一位工作人员看过改动、证明和影响后签发或退回。",
        `签发后，${from} 起的申请用 ${draft.version ?? ""} 版。`,
        ...retroactive(from),
      ]}
      action="提交"
      label="说明"
      readBy="签发人看；施行日早于已支付的申请时必填"
      words="statement"
      optional
      rules={contractOf(api.policyDrafts.submit)}
      busy={submit.isPending}
      error={submit.error}
      onClose={onClose}
      onConfirm={(statement) =>
        submit.mutate({ params: { id: draft.id }, body: statement === "" ? {} : { statement } })
      }
    />
  );
}

function SignDialog({
  draft,
  from,
  redecides,
  onClose,
}: ActProps & { from: string; redecides: boolean }): ReactElement {
  const tell = useToast();
  const sign = useChange(api.policyDrafts.sign, {
    refresh: REFRESH,
    onSuccess: ({ version }) => {
      tell(`已签发 ${version} 版`);
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`签发 ${draft.programme} ${draft.version ?? ""} 版`}
      consequences={[
        `${from} 起的申请按这一版判定，政策说明页同时显示新版本。`,
        redecides ? "届时在办的申请重新判定，前后两次判定都保留。" : "届时在办的申请照原来的版本办完。",
        ...retroactive(from),
        "这一版从此不能改；再有变动，另出下一版。",
      ]}
      action="签发"
      busy={sign.isPending}
      error={sign.error}
      onConfirm={() => sign.mutate({ params: { id: draft.id }, body: { digest: draft.digest ?? "" } })}
    />
  );
}

function ReturnDialog({ draft, mine, onClose }: ActProps & { mine: boolean }): ReactElement {
  const back = useChange(api.policyDrafts.return, { refresh: REFRESH, onSuccess: onClose });
  return (
    <ActDialog
      title={mine ? "撤回来改" : "退回草案"}
      consequences={["草案重新打开，可以继续改；再提交前须重新证明和测算改过的内容。"]}
      action={mine ? "撤回" : "退回"}
      label="理由"
      readBy="起草人看"
      rules={contractOf(api.policyDrafts.return)}
      busy={back.isPending}
      error={back.error}
      onClose={onClose}
      onConfirm={(reason) => back.mutate({ params: { id: draft.id }, body: { reason } })}
    />
  );
}

function WithdrawDialog({ draft, onClose }: ActProps): ReactElement {
  const withdraw = useChange(api.policyDrafts.withdraw, { refresh: REFRESH, onSuccess: onClose });
  return (
    <ActDialog
      title="作废草案"
      danger
      consequences={["草案不能再改、不能提交；内容仍可查看。", "已发布的版本不受影响。"]}
      action="作废"
      label="理由"
      readBy="留在草案上"
      rules={contractOf(api.policyDrafts.withdraw)}
      busy={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onConfirm={(reason) => withdraw.mutate({ params: { id: draft.id }, body: { reason } })}
    />
  );
}
