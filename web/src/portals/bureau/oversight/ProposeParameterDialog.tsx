import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { MoneyInput } from "../../../kit/MoneyInput.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { Parameter } from "./parameter.ts";

/** Proposes a local value with its source; valid once another officer confirms it. */
export function ProposeParameterDialog({
  programme,
  parameter,
  onClose,
}: {
  programme: string;
  parameter: Parameter;
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const propose = useChange(api.policy.proposeParameter, {
    refresh: [api.policy.parameters],
    onSuccess: () => {
      tell("已录入，待另一位审核人员确认");
      onClose();
    },
  });
  const form = useForm({
    initial: { fen: null as number | null, text: "", effectiveFrom: "", source: "" },
    rules: needing(contractOf(api.policy.proposeParameter), parameter.kind === "money" ? "fen" : "text"),
    error: propose.error,
  });
  const { fen, text, effectiveFrom } = form.values;
  const money = parameter.kind === "money";
  const value = money ? fen : parameter.kind === "choice" ? text.trim() || null : text === "" ? null : Number(text);
  const odd = typeof value === "number" && Number.isNaN(value);
  return (
    <ActDialog
      title={`录入新值：${parameter.label}`}
      consequences={["另一位审核人员确认后，从生效日起用于判定；之前的判定不变。", "前一个值到生效日为止。"]}
      action="录入，待确认"
      label="依据的文件或会议纪要"
      readBy="公开在政策说明页"
      words="source"
      form={form}
      ready={!odd}
      busy={propose.isPending}
      error={propose.error}
      onClose={onClose}
      onConfirm={(source) => {
        if (value === null) return;
        propose.mutate({
          params: { id: programme },
          body: { name: parameter.name, value, effectiveFrom, source },
        });
      }}
    >
      <FormField name={money ? "fen" : "text"} label="值" error={odd ? "请填数字" : form.fault("value")}>
        {money ? <MoneyInput {...form.bind("fen")} /> : <Input {...form.bind("text")} limit={40} />}
      </FormField>
      <FormField name="effectiveFrom" label="生效日" group>
        <DateInput {...form.bind("effectiveFrom")} />
      </FormField>
    </ActDialog>
  );
}
