import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";

/** Proposes a rule of attendance with its source; it holds once another officer agreed. */
export function ProposeAttendanceRuleDialog({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const propose = useChange(api.attendanceRules.propose, {
    refresh: [api.attendanceRules.list],
    onSuccess: () => {
      tell("已录入，待另一位审核人员确认");
      onClose();
    },
  });
  const form = useForm({
    initial: { minimumPercent: "", sufficient: "no", effectiveFrom: "", source: "" },
    rules: contractOf(api.attendanceRules.propose),
    error: propose.error,
  });
  const { minimumPercent, sufficient, effectiveFrom } = form.values;
  return (
    <ActDialog
      title="录入出勤规定"
      consequences={[
        "另一位审核人员确认后，自生效日起开的班适用；已开的班不变。",
        "结业、结业证书和学分按它核对；补贴的课时条件仍按政策条款核对。",
      ]}
      action="录入，待确认"
      label="依据的文件或会议纪要"
      readBy="机构和学员会看到"
      words="source"
      form={form}
      ready={minimumPercent !== ""}
      busy={propose.isPending}
      error={propose.error}
      onClose={onClose}
      onConfirm={(source) =>
        propose.mutate({
          body: {
            minimumPercent: Number(minimumPercent),
            sufficient: sufficient === "yes",
            effectiveFrom,
            source,
          },
        })
      }
    >
      <FormField name="minimumPercent" label="出勤占课表课时的比例" required hint="0 为不作要求">
        <Input inputMode="numeric" unit="%" {...form.digits("minimumPercent")} />
      </FormField>
      <FormField name="sufficient" label="这个比例" group required>
        <RadioGroup
          {...form.bind("sufficient")}
          choices={[
            { value: "no", label: "是下限：除满计划课时外，还须达到" },
            { value: "yes", label: "达到即可结业：不再要求全部课时" },
          ]}
        />
      </FormField>
      <FormField name="effectiveFrom" label="自哪一天起开的班" group>
        <DateInput {...form.bind("effectiveFrom")} />
      </FormField>
    </ActDialog>
  );
}
