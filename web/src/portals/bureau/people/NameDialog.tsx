import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { PersonRecord } from "./person-record.ts";

/** A misspelt name set right from the identity card; the person is told. */
export function NameDialog({ person, onClose }: { person: PersonRecord["person"]; onClose: () => void }): ReactElement {
  const [name, setName] = useState(person.name);
  const tell = useToast();
  const correct = useChange(api.people.correctName, {
    refresh: [api.people.show],
    onSuccess: () => {
      tell("姓名已更正");
      onClose();
    },
  });
  return (
    <ActDialog
      title={`更正姓名 ${person.name}`}
      consequences={["档案和今后的名册、证书用新的姓名；已发的证书不变。", "本人会收到通知。"]}
      action="更正姓名"
      label="依据"
      readBy="例如“核对身份证原件”，记入审计"
      least={4}
      max={300}
      ready={name.trim() !== "" && name.trim() !== person.name}
      busy={correct.isPending}
      error={correct.error}
      onClose={onClose}
      onConfirm={(reason) => correct.mutate({ params: { id: person.id }, body: { name: name.trim(), reason } })}
    >
      <Field label="正确的姓名">
        <Input value={name} onChange={setName} maxLength={50} />
      </Field>
    </ActDialog>
  );
}
