import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { ShownReturn } from "./return-words.ts";

const refresh = [
  api.periodReturns.show,
  api.periodReturns.duties,
  api.periodForms.reporters,
  api.periodForms.summary,
] as const;

/** The reader's next steps with a return: agree as its head, accept, give back, open again. */
export function ReturnActs({ data }: { data: ShownReturn }): ReactElement {
  const [open, setOpen] = useState<"agree" | "accept" | "give-back" | "reopen" | null>(null);
  const mayReopen =
    useSession().data?.account?.role === "reviewer" && (data.state === "accepted" || data.state === "locked");
  const close = (): void => setOpen(null);
  return (
    <>
      {data.mayAgree && <Button onClick={() => setOpen("agree")}>同意，送人社部门</Button>}
      {data.mayDecide && <Button onClick={() => setOpen("accept")}>接受</Button>}
      {(data.mayAgree || data.mayDecide) && (
        <Button variant="secondary" onClick={() => setOpen("give-back")}>
          退回
        </Button>
      )}
      {mayReopen && (
        <Button variant="secondary" onClick={() => setOpen("reopen")}>
          重新打开
        </Button>
      )}
      {open === "agree" && <Agree data={data} onClose={close} />}
      {open === "accept" && <Accept data={data} onClose={close} />}
      {(open === "give-back" || open === "reopen") && <WithReason act={open} data={data} onClose={close} />}
    </>
  );
}

interface ActProps {
  data: ShownReturn;
  onClose: () => void;
}

function Agree({ data, onClose }: ActProps): ReactElement {
  const tell = useToast();
  const agree = useChange(api.periodReturns.agree, {
    refresh,
    onSuccess: () => {
      tell("已同意，送人社部门审核");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title="同意这份报表"
      consequences={["报表送人社部门审核，本单位不能再改。", "您作为负责人的同意记入办理经过。"]}
      action="同意"
      busy={agree.isPending}
      error={agree.error}
      onConfirm={() => agree.mutate({ params: { id: data.id } })}
    />
  );
}

function Accept({ data, onClose }: ActProps): ReactElement {
  const tell = useToast();
  const accept = useChange(api.periodReturns.accept, {
    refresh,
    onSuccess: () => {
      tell("已接受");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title="接受这份报表"
      consequences={[
        `${data.organisation}的数字和 ${data.rowCount.toLocaleString("zh-CN")} 行明细计入汇总。`,
        "报送单位会收到消息；以后要更正，须写明理由重新打开。",
        ...data.faults.map(({ message }) => `提示：${message}`),
      ]}
      action="接受"
      busy={accept.isPending}
      error={accept.error}
      onConfirm={() => accept.mutate({ params: { id: data.id } })}
    />
  );
}

function WithReason({ act, data, onClose }: ActProps & { act: "give-back" | "reopen" }): ReactElement {
  const tell = useToast();
  const done = (): void => {
    tell(act === "reopen" ? "已重新打开，报送单位会收到消息" : "已退回，报送单位会收到消息");
    onClose();
  };
  const giveBack = useChange(api.periodReturns.giveBack, { refresh, onSuccess: done });
  const reopen = useChange(api.periodReturns.reopen, { refresh, onSuccess: done });
  const change = act === "reopen" ? reopen : giveBack;
  return (
    <ReasonDialog
      open
      onClose={onClose}
      title={act === "reopen" ? "重新打开" : "退回"}
      consequences={
        act === "reopen"
          ? ["报送单位可以更正并再次提交；原来接受的一版保留。", "再次接受之前，汇总仍用原来的一版。"]
          : ["报送单位改好后再次提交，是新的一版。"]
      }
      action={act === "reopen" ? "重新打开" : "退回"}
      rules={contractOf(api.periodReturns.giveBack)}
      readBy="报送单位会看到这段话"
      busy={change.isPending}
      error={change.error}
      onConfirm={({ text }) => change.mutate({ params: { id: data.id }, body: { reason: text } })}
    />
  );
}
