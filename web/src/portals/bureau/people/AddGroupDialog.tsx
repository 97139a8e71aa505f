import { api } from "../../../api/api.ts";
import { groups, type Group } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Field } from "../../../kit/Field.tsx";
import { today } from "../../../kit/today.ts";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { PersonRecord } from "./person-record.ts";

/** Enters a group that the office's own register shows; it holds at once. */
export function AddGroupDialog({
  person,
  onClose,
}: {
  person: PersonRecord["person"];
  onClose: () => void;
}): ReactElement {
  const [code, setCode] = useState<Group | "">("");
  const [from, setFrom] = useState<string>(today());
  const [to, setTo] = useState("");
  const tell = useToast();
  const add = useChange(api.people.confirmGroup, {
    refresh: [api.people.show, api.groups.list],
    onSuccess: () => {
      tell("人群类别已登记");
      onClose();
    },
  });
  return (
    <ActDialog
      title={`登记人群类别 ${person.name}`}
      consequences={["立即生效，有效期内按这个人群判定补贴和统计。"]}
      action="登记"
      label="依据的名册或系统"
      readBy="例如“就业系统 2026-05-10 查询”，本人可以看到"
      ready={code !== "" && from !== ""}
      busy={add.isPending}
      error={add.error}
      onClose={onClose}
      onConfirm={(note) => {
        if (code === "") return;
        add.mutate({
          params: { id: person.id },
          body: { code, validFrom: from, validTo: to === "" ? null : to, note },
        });
      }}
    >
      <Field label="人群">
        <Select
          value={code}
          onChange={setCode}
          placeholder="请选择"
          choices={groups.codes.map((one) => ({ value: one, label: groups.label(one) }))}
        />
      </Field>
      <Field label="从哪天起" group>
        <DateInput value={from} onChange={setFrom} />
      </Field>
      <Field label="到哪天止" group required={false} hint="不填为长期">
        <DateInput value={to} onChange={setTo} />
      </Field>
    </ActDialog>
  );
}
