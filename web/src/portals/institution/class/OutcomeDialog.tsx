import { nonCompletions, type NonCompletion } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import type { RosterLine } from "./roster-line.ts";

const needsWords = (code: string): boolean => code === "other" || code === "left";

/** Records that a learner did not complete: the reason from the list, words where the list doesn't say enough. */
export function OutcomeDialog({ line, onClose }: { line: RosterLine; onClose: () => void }): ReactElement {
  const tell = useToast();
  const finish = useChange(api.enrolments.finish, {
    refresh: [api.roster.list, api.classes.show, api.homes.institution],
    onSuccess: () => {
      tell(`${line.name} 已登记为未结业`);
      onClose();
    },
  });
  const form = useForm({
    initial: { code: "", reason: "" },
    rules: needing(contractOf(api.enrolments.finish), "code"),
    error: finish.error,
  });
  const { code, reason } = form.values;
  const words = reason.trim();
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`登记 ${line.name} 未结业`}
      consequences={["缺的课时按出勤和网上学习自动算出，一并记下。", "登记后不能再发结业证书，补贴按未结业处理。"]}
      action="登记未结业"
      danger
      busy={finish.isPending}
      form={form}
      onConfirm={() =>
        finish.mutate({
          params: { id: line.enrolmentId },
          body: { outcome: "failed", code: code as NonCompletion, ...(words === "" ? {} : { reason: words }) },
        })
      }
    >
      <div className="grid gap-3">
        <FormField name="code" required label="原因">
          <Select
            {...form.bind("code")}
            placeholder="请选择"
            choices={nonCompletions.options.map((option) => ({ value: option.code, label: option.label }))}
          />
        </FormField>
        <FormField
          name="reason"
          required={needsWords(code)}
          label="说明"
          hint={needsWords(code) ? "请写明情况，人社部门会看到。" : "可以不填。"}
        >
          <TextArea {...form.bind("reason")} rows={2} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
