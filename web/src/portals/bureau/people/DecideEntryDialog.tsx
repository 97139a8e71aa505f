import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { EntryTask } from "./entry-task.ts";

interface DecideEntryDialogProps {
  task: EntryTask;
  verdict: "confirmed" | "refused";
  onClose: () => void;
  onDone: () => void;
}

/** The second officer's decision on a fact or group that a colleague entered. */
export function DecideEntryDialog({ task, verdict, onClose, onDone }: DecideEntryDialogProps): ReactElement {
  const tell = useToast();
  const yes = verdict === "confirmed";
  const decide = useChange(api.personEntries.decide, {
    refresh: [api.personEntries.list, api.people.show, api.homes.bureau],
    onSuccess: () => {
      tell(`${task.person.name}：${task.label}${yes ? "已登记" : "已退回"}`);
      onClose();
      onDone();
    },
  });
  return (
    <ActDialog
      danger={!yes}
      title={`${yes ? "确认" : "退回"} ${task.person.name}：${task.label}`}
      consequences={
        yes
          ? ["从现在起补贴判定以此为据，已有的申请按规定重新核对。", "本人和登记的同事会收到通知。"]
          : ["不登记，登记的同事会收到您写的理由。"]
      }
      action={yes ? "确认登记" : "退回"}
      label={yes ? "核对情况" : "理由"}
      readBy={yes ? "记入经过" : "登记的同事会看到这段话"}
      rules={contractOf(api.personEntries.decide)}
      optional={yes}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) =>
        decide.mutate({ params: { id: task.id }, body: { verdict, ...(reason === "" ? {} : { reason }) } })
      }
    />
  );
}
