import type { ReactElement } from "react";
import { api } from "../api/api.ts";
import { contractOf } from "../api/contract.ts";
import { useChange } from "../api/hooks.ts";
import { Dialog } from "../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../kit/form.tsx";
import { Input } from "../kit/Input.tsx";
import { useToast } from "../kit/Toast.tsx";

export interface NamedView {
  /** Null for one that isn't saved yet. */
  id: string | null;
  page: string;
  name: string;
  query: string;
}

interface ViewNameDialogProps {
  view: NamedView;
  onClose: () => void;
}

/** The name of a saved view, new or changed. */
export function ViewNameDialog({ view, onClose }: ViewNameDialogProps): ReactElement {
  const { id, page, query } = view;
  const tell = useToast();
  const settings = {
    refresh: [api.views.list],
    onSuccess: () => {
      tell("视图已保存，列表和左边菜单里都能打开");
      onClose();
    },
  };
  const save = useChange(api.views.save, settings);
  const rename = useChange(api.views.rename, settings);
  const form = useForm({
    initial: { name: view.name },
    rules: contractOf(api.views.save),
    error: save.error ?? rename.error,
  });
  const { name } = form.values;
  return (
    <Dialog
      open
      onClose={onClose}
      title={id === null ? "存为视图" : "给视图改名"}
      footer={
        <FormFooter
          form={form}
          action="保存"
          busy={save.isPending || rename.isPending}
          onConfirm={() =>
            id === null
              ? save.mutate({ body: { page, name, query } })
              : rename.mutate({ params: { id }, body: { name } })
          }
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="name" label="名称" hint="同名的会换成现在的筛选。">
          <Input {...form.bind("name")} placeholder="如：城区大额" />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
