import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { entryVerdicts } from "../verdict-words.ts";
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
      {...entryVerdicts[verdict]}
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
