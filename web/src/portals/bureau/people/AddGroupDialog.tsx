import { api } from "../../../api/api.ts";
import { groups, type Group } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { today } from "../../../kit/today.ts";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { PersonRecord } from "./person-record.ts";

/** Enters a group from the office's own register; where money hangs on it, for a colleague to confirm. */
export function AddGroupDialog({
  person,
  onClose,
}: {
  person: PersonRecord["person"];
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const add = useChange(api.people.confirmGroup, {
    refresh: [api.people.show, api.groups.list, api.personEntries.list],
    onSuccess: ({ state }) => {
      tell(state === "recorded" ? "人群类别已登记" : "已提交，待本单位另一位工作人员确认");
      onClose();
    },
  });
  const form = useForm({
    initial: { code: "" as Group | "", validFrom: today() as string, validTo: "", note: "" },
    rules: contractOf(api.people.confirmGroup),
    error: add.error,
  });
  const { code, validFrom, validTo } = form.values;
  return (
    <ActDialog
      title={`登记人群类别 ${person.name}`}
      consequences={[
        "关系到补贴的人群，由本单位另一位工作人员在“登记确认”里确认后生效。",
        "有效期内按这个人群判定补贴和统计，本人会收到通知。",
      ]}
      action="登记"
      label="依据的名册或系统"
      readBy="例如“就业系统 2026-05-10 查询”，本人可以看到"
      words="note"
      form={form}
      busy={add.isPending}
      error={add.error}
      onClose={onClose}
      onConfirm={(note) => {
        if (code === "") return;
        add.mutate({
          params: { id: person.id },
          body: { code, validFrom, validTo: validTo === "" ? null : validTo, note },
        });
      }}
    >
      <FormField name="code" label="人群">
        <Select
          {...form.bind("code")}
          placeholder="请选择"
          choices={groups.codes.map((one) => ({ value: one, label: groups.label(one) }))}
        />
      </FormField>
      <FormField name="validFrom" label="从哪天起" group>
        <DateInput {...form.bind("validFrom")} />
      </FormField>
      <FormField name="validTo" label="到哪天止" group hint="不填为长期">
        <DateInput {...form.bind("validTo")} />
      </FormField>
    </ActDialog>
  );
}
