import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import type { Scheme } from "../../../features/masters/SchemesTable.tsx";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";

/** Accepts, returns or ends a scheme. */
export function DecideSchemeDialog({ scheme, onClose }: { scheme: Scheme; onClose: () => void }): ReactElement {
  const tell = useToast();
  const decide = useChange(api.masterSchemes.decide, {
    refresh: [api.masterSchemes.list],
    onSuccess: () => {
      tell("已办理，企业已得到消息");
      onClose();
    },
  });
  const ends = scheme.state === "accepted";
  const form = useForm({
    initial: { verdict: ends ? "ended" : "accepted", reason: "" },
    rules: needing(contractOf(api.masterSchemes.decide), "reason"),
    error: decide.error,
  });
  const { verdict } = form.values;
  return (
    <ActDialog
      title={`办理“${scheme.title}”`}
      consequences={
        ends
          ? ["不能再公示新的人选；在册的人不变。"]
          : [
              `备案后可以公示 ${scheme.specialPlaces} 名特级、${scheme.chiefPlaces} 名首席技师。`,
              scheme.conditions,
              scheme.pay,
            ]
      }
      action={verdict === "accepted" ? "同意备案" : verdict === "returned" ? "退回" : "结束方案"}
      danger={verdict !== "accepted"}
      label="意见"
      readBy="企业会看到"
      form={form}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) =>
        decide.mutate({
          params: { id: scheme.id },
          body: { verdict: verdict as "accepted" | "returned" | "ended", reason },
        })
      }
    >
      {!ends && (
        <FormField name="verdict" label="结论" group>
          <RadioGroup
            value={verdict}
            onChange={(next) => form.set({ verdict: next })}
            choices={[
              { value: "accepted", label: "同意备案" },
              { value: "returned", label: "退回修改" },
            ]}
          />
        </FormField>
      )}
    </ActDialog>
  );
}
