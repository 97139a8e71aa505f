import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { groupVerdicts } from "../verdict-words.ts";
import type { GroupTask } from "./group-task.ts";

interface DecideGroupDialogProps {
  task: GroupTask;
  verdict: "confirmed" | "rejected";
  onClose: () => void;
  onDone: () => void;
}

/** Confirms a declared group, perhaps until an earlier day, or rejects it with a reason. */
export function DecideGroupDialog({ task, verdict, onClose, onDone }: DecideGroupDialogProps): ReactElement {
  const tell = useToast();
  const yes = verdict === "confirmed";
  const decide = useChange(api.groups.decide, {
    refresh: [api.groups.list, api.people.show, api.homes.bureau],
    onSuccess: () => {
      tell(`${task.person.name}：${task.label}${yes ? "已认定" : "未通过"}`);
      onClose();
      onDone();
    },
  });
  const rules = contractOf(api.groups.decide);
  const form = useForm({
    initial: { validTo: task.validTo ?? "", reason: "" },
    rules: yes ? rules : needing(rules, "reason"),
    error: decide.error,
  });
  const until = form.values.validTo;
  return (
    <ActDialog
      danger={!yes}
      title={`${groupVerdicts[verdict].action} ${task.person.name}：${task.label}`}
      {...groupVerdicts[verdict]}
      form={form}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) =>
        decide.mutate({
          params: { id: task.id },
          body: {
            verdict,
            ...(reason === "" ? {} : { reason }),
            ...(yes && until !== "" && until !== task.validTo ? { validTo: until } : {}),
          },
        })
      }
    >
      {yes && (
        <FormField name="validTo" label="核定的截止日期" group hint="不填则按申报">
          <DateInput {...form.bind("validTo")} />
        </FormField>
      )}
    </ActDialog>
  );
}
