import { useState, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Field } from "../../../kit/Field.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { Select } from "../../../kit/Select.tsx";

type Kind = "next" | "copy" | "new";

/** Begins a draft: the next version of a programme, another programme from a copy, or one from nothing. */
export function NewDraftDialog({ onClose }: { onClose: () => void }): ReactElement {
  const navigate = useNavigate();
  const [kind, setKind] = useState<Kind>("next");
  const programmes = useApi(api.policy.list, {}).data?.programmes ?? [];
  const create = useChange(api.policyDrafts.create, {
    refresh: [api.policyDrafts.list],
    onSuccess: ({ id }) => void navigate(`/bureau/law/${id}`),
  });
  const form = useForm({
    initial: { programme: "", from: "", newId: "", title: "" },
    rules: contractOf(api.policyDrafts.create),
    error: create.error,
    draft: "policy-draft-new",
    checks: {
      newId: (id) => (kind === "copy" && id === "" ? "请给新的政策一个编号" : undefined),
      programme: (id) =>
        kind === "new" && programmes.some((one) => one.id === id)
          ? "已有这个编号的政策：请换一个，或起草它的新版本"
          : undefined,
    },
  });
  const { programme, from, newId, title } = form.values;
  const versions = programmes.find((one) => one.id === programme)?.versions ?? [];
  const save = (): void =>
    create.mutate({
      body: {
        programme,
        title: title.trim(),
        ...(kind === "copy" && from !== "" ? { from } : {}),
        ...(kind === "copy" ? { newId } : {}),
      },
    });
  return (
    <Dialog
      open
      title="起草政策"
      onClose={onClose}
      footer={<FormFooter form={form} action="开始起草" busy={create.isPending} onConfirm={save} onClose={onClose} />}
    >
      <FormBody form={form}>
        <Field label="起草什么" group required="filter">
          <RadioGroup
            value={kind}
            onChange={setKind}
            choices={[
              { value: "next", label: "已有政策的新版本", description: "复制最新的一版来改" },
              { value: "copy", label: "另一个政策，由已有的复制", description: "换一个编号，其余照抄再改" },
              { value: "new", label: "另一个政策，从头写" },
            ]}
          />
        </Field>
        {kind === "new" ? (
          <FormField name="programme" label="政策编号" hint="小写字母、数字和短横线，如 training-2027">
            <Input {...form.bind("programme")} />
          </FormField>
        ) : (
          <>
            <FormField name="programme" label={kind === "next" ? "哪个政策" : "复制哪个政策"}>
              <Select
                {...form.bind("programme")}
                placeholder="选一个"
                choices={programmes.map((one) => ({ value: one.id, label: one.title }))}
              />
            </FormField>
            {kind === "copy" && versions.length > 1 && (
              <Field label="哪一版" required="filter">
                <Select
                  {...form.bind("from")}
                  placeholder="最新的"
                  choices={versions.map(({ version }) => ({ value: version, label: version }))}
                />
              </Field>
            )}
          </>
        )}
        {kind === "copy" && (
          <FormField name="newId" label="新政策的编号" hint="小写字母、数字和短横线，如 training-2027" required>
            <Input {...form.bind("newId")} />
          </FormField>
        )}
        <FormField name="title" label="草案名称">
          <Input {...form.bind("title")} placeholder="2027 年调整标准" />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
