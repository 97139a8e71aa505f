import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

/** Files the enterprise's scheme of master grades. */
export function NewSchemeDialog({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const file = useChange(api.masterSchemes.file, {
    refresh: [api.masterSchemes.list],
    onSuccess: () => {
      tell("方案已报备，等人社部门办理");
      form.clear();
      onClose();
    },
  });
  const form = useForm({
    draft: "master-scheme",
    initial: { title: "", specialPlaces: "", chiefPlaces: "", conditions: "", pay: "" },
    rules: contractOf(api.masterSchemes.file),
    error: file.error,
  });
  const submit = (): void => {
    const { specialPlaces, chiefPlaces, ...rest } = form.values;
    file.mutate({ body: { ...rest, specialPlaces: Number(specialPlaces), chiefPlaces: Number(chiefPlaces) } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="备案评聘方案"
      footer={<FormFooter form={form} action="提交备案" busy={file.isPending} onConfirm={submit} onClose={onClose} />}
    >
      <FormBody form={form} onSubmit={submit}>
        <FormField name="title" label="方案名称">
          <Input {...form.bind("title")} />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="specialPlaces" label="特级技师岗位">
            <Input inputMode="numeric" unit="个" {...form.digits("specialPlaces")} />
          </FormField>
          <FormField name="chiefPlaces" label="首席技师岗位">
            <Input inputMode="numeric" unit="个" {...form.digits("chiefPlaces")} />
          </FormField>
        </div>
        <FormField name="conditions" label="评聘条件和办法">
          <TextArea {...form.bind("conditions")} />
        </FormField>
        <FormField name="pay" label="薪酬待遇">
          <TextArea {...form.bind("pay")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
