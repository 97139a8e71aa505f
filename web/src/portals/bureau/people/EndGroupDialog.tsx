import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Field } from "../../../kit/Field.tsx";
import { today } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { PersonRecord } from "./person-record.ts";

/** A confirmed group holds no longer than its last day. */
export function EndGroupDialog({
  group,
  onClose,
}: {
  group: PersonRecord["groups"][number];
  onClose: () => void;
}): ReactElement {
  const [last, setLast] = useState<string>(today());
  const tell = useToast();
  const end = useChange(api.groups.end, {
    refresh: [api.people.show, api.groups.list],
    onSuccess: () => {
      tell("人群类别已终止");
      onClose();
    },
  });
  return (
    <ActDialog
      danger
      title={`终止 ${group.label}`}
      consequences={["最后一天之后不再按这个人群判定补贴；以前已核定的不变。"]}
      action="终止"
      label="理由"
      readBy="本人可以看到"
      ready={last !== ""}
      busy={end.isPending}
      error={end.error}
      onClose={onClose}
      onConfirm={(reason) => end.mutate({ params: { id: group.id }, body: { lastDay: last, reason } })}
    >
      <Field label="最后一天" group>
        <DateInput value={last} onChange={setLast} />
      </Field>
    </ActDialog>
  );
}
