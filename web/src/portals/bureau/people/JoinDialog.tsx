import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { PersonRecord } from "./person-record.ts";

interface JoinDialogProps {
  /** The record that is to be joined into another. */
  person: Pick<PersonRecord["person"], "id" | "number" | "name">;
  /** Records to keep, to choose from; none: the number on the identity card says which. */
  others?: readonly Pick<PersonRecord["person"], "id" | "number" | "citizenIdMasked">[];
  onClose: () => void;
}

/** Asks that a record be joined into another one of the same person, or that its number be put right; another officer agrees. */
export function JoinDialog({ person, others = [], onClose }: JoinDialogProps): ReactElement {
  const tell = useToast();
  const ask = useChange(api.personJoins.ask, {
    refresh: [api.personJoins.list, api.people.show],
    onSuccess: () => {
      tell("已提出，待另一位审核人员确认");
      onClose();
    },
  });
  const form = useForm({
    initial: { citizenId: "", keptId: others[0]?.id ?? "", reason: "" },
    rules: needing(contractOf(api.personJoins.ask), others.length > 0 ? "keptId" : "citizenId"),
    error: ask.error,
  });
  const { citizenId, keptId } = form.values;
  const chosen = others.length > 0 ? { keptId } : { citizenId: citizenId.trim() };
  return (
    <ActDialog
      title={others.length > 0 ? `并档：${person.name} 档案 ${person.number}` : `更正身份证号 ${person.name}`}
      consequences={[
        others.length > 0
          ? "这份档案的报名、考勤、证书、补贴和其他记录全部并入保留的档案。"
          : "正确号码已有档案的，这份档案并入那一份；没有的，先按正确号码建一份再并入。",
        "各项补贴次数合并计算，超出的会提请撤销。",
        "另一位审核人员确认后生效，本人会收到通知；发现有误可以撤销。",
      ]}
      action={others.length > 0 ? "提出并档" : "提出更正"}
      label="依据"
      readBy="例如“核对身份证原件，名册号码录错”，记入审计"
      form={form}
      ready={others.length > 0 ? keptId !== "" : citizenId.trim() !== ""}
      busy={ask.isPending}
      error={ask.error}
      onClose={onClose}
      onConfirm={(reason) => ask.mutate({ params: { id: person.id }, body: { ...chosen, reason } })}
    >
      {others.length > 0 ? (
        <FormField name="keptId" label="保留哪一份档案">
          <Select
            value={keptId}
            onChange={(next) => form.set({ keptId: next })}
            choices={others.map((one) => ({ value: one.id, label: `档案 ${one.number}　${one.citizenIdMasked}` }))}
          />
        </FormField>
      ) : (
        <FormField name="citizenId" label="身份证原件上的号码">
          <Input {...form.bind("citizenId")} inputMode="text" autoComplete="off" />
        </FormField>
      )}
    </ActDialog>
  );
}
