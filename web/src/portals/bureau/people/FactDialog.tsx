import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Field } from "../../../kit/Field.tsx";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { FactFields } from "./FactFields.tsx";
import {
  factChecks,
  factForms,
  factKinds,
  factOf,
  neededFor,
  noFact,
  type FactKind,
  type FactText,
} from "./fact-forms.ts";
import type { PersonRecord } from "./person-record.ts";

interface FactDialogProps {
  person: PersonRecord["person"];
  /** The fact that is corrected; null for a new one. */
  replaces: PersonRecord["facts"][number] | null;
  onClose: () => void;
}

/** Enters a fact from an office's register, or corrects one with a reason; where money hangs on it, for a colleague to confirm. */
export function FactDialog({ person, replaces, onClose }: FactDialogProps): ReactElement {
  const [kind, setKind] = useState<FactKind>(replaces?.kind ?? "employment");
  const tell = useToast();
  const record = useChange(api.people.recordFact, {
    refresh: [api.people.show, api.personEntries.list],
    onSuccess: ({ state }) => {
      if (state === "submitted") tell("已提交，待本单位另一位工作人员确认");
      else tell(replaces === null ? "已登记" : "已更正，原记录保留");
      onClose();
    },
  });
  const rules = contractOf(api.people.recordFact);
  const form = useForm<FactText & { source: string; reason: string }>({
    initial: { source: "", reason: "", ...noFact },
    rules: needing(rules, ...neededFor(kind), ...(replaces === null ? [] : ["reason"])),
    checks: factChecks,
    error: record.error,
  });
  return (
    <ActDialog
      title={`${replaces === null ? "登记" : `更正${replaces.kindLabel}`} ${person.name}`}
      consequences={[
        "关系到补贴的情况，由本单位另一位工作人员在“登记确认”里确认后生效，本人会收到通知。",
        replaces === null ? "此后的补贴判定以此为据。" : "原记录保留并注明已更正，此后的补贴判定以新记录为据。",
      ]}
      action={replaces === null ? "登记" : "更正"}
      label={replaces === null ? "备注" : "更正理由"}
      readBy="本人可以看到"
      form={form}
      busy={record.isPending}
      error={record.error}
      onClose={onClose}
      onConfirm={(reason) =>
        record.mutate({
          params: { id: person.id },
          body: {
            fact: factOf(kind, form.values),
            source: form.values.source.trim(),
            ...(replaces === null ? {} : { replaces: replaces.id }),
            ...(reason === "" ? {} : { reason }),
          },
        })
      }
    >
      {replaces === null && (
        <Field label="种类">
          <Select
            value={kind}
            onChange={(value) => {
              if (value !== "") setKind(value);
              form.set(noFact);
            }}
            choices={factKinds
              .filter((one) => one !== "in-place-of")
              .map((one) => ({ value: one, label: factForms[one].label }))}
          />
        </Field>
      )}
      <FactFields kind={kind} form={form} />
      <FormField name="source" label="来源" hint="例如“社保系统 2026-05-10 查询”">
        <Input {...form.bind("source")} />
      </FormField>
    </ActDialog>
  );
}
