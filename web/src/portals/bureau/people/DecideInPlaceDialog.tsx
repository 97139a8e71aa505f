import type { ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { needing, useForm } from "../../../kit/form.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { inPlaceVerdicts } from "../verdict-words.ts";

interface DecideInPlaceDialogProps {
  task: Output<Api["substitutions"]["list"]>["rows"][number];
  verdict: "confirmed" | "rejected";
  onClose: () => void;
  onDone: () => void;
}

/** Confirms that one trains in the other's place, or rejects it with a reason. */
export function DecideInPlaceDialog({ task, verdict, onClose, onDone }: DecideInPlaceDialogProps): ReactElement {
  const tell = useToast();
  const yes = verdict === "confirmed";
  const decide = useChange(api.substitutions.decide, {
    refresh: [api.substitutions.list],
    onSuccess: () => {
      tell(`${task.person.name}替${task.principal.name}参加培训：${yes ? "已确认" : "未通过"}`);
      onClose();
      onDone();
    },
  });
  const rules = contractOf(api.substitutions.decide);
  const form = useForm({
    initial: { reason: "" },
    rules: yes ? rules : needing(rules, "reason"),
    error: decide.error,
  });
  return (
    <ActDialog
      danger={!yes}
      title={`${yes ? "确认" : "不通过"} ${task.person.name}替${task.principal.name}参加培训`}
      {...inPlaceVerdicts[verdict]}
      form={form}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) =>
        decide.mutate({ params: { id: task.id }, body: { verdict, ...(reason === "" ? {} : { reason }) } })
      }
    />
  );
}
