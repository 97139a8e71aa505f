import { defaultProgramme } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { MoneyInput } from "../../../kit/MoneyInput.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { Parameter } from "./parameter.ts";

/** Enters a local value with the paper it rests on; it holds once another officer confirms it. */
export function ProposeParameterDialog({
  parameter,
  onClose,
}: {
  parameter: Parameter;
  onClose: () => void;
}): ReactElement {
  const [fen, setFen] = useState<number | null>(null);
  const [text, setText] = useState("");
  const [from, setFrom] = useState("");
  const tell = useToast();
  const propose = useChange(api.policy.proposeParameter, {
    refresh: [api.policy.parameters],
    onSuccess: () => {
      tell("已录入，待另一位审核人员确认");
      onClose();
    },
  });
  const money = parameter.kind === "money";
  const value = money ? fen : parameter.kind === "choice" ? text.trim() || null : text === "" ? null : Number(text);
  const valid = value !== null && !Number.isNaN(value) && from !== "";
  return (
    <ActDialog
      title={`录入新值：${parameter.label}`}
      consequences={["另一位审核人员确认后，从生效日起用于判定；之前的判定不变。", "前一个值到生效日为止。"]}
      action="录入，待确认"
      label="依据的文件或会议纪要"
      readBy="公开在政策说明页"
      least={4}
      max={300}
      ready={valid}
      busy={propose.isPending}
      error={propose.error}
      onClose={onClose}
      onConfirm={(source) => {
        if (value === null) return;
        propose.mutate({
          params: { id: defaultProgramme() },
          body: { name: parameter.name, value, effectiveFrom: from, source },
        });
      }}
    >
      <Field label="值">
        {money ? (
          <MoneyInput value={fen} onChange={setFen} />
        ) : (
          <Input value={text} onChange={setText} maxLength={40} />
        )}
      </Field>
      <Field label="生效日" group>
        <DateInput value={from} onChange={setFrom} />
      </Field>
    </ActDialog>
  );
}
