import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { MultiSelect } from "../../../kit/MultiSelect.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { Select } from "../../../kit/Select.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import { today } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";

/** Registers who stands on a post since a day: several employees at once. */
export function StandDialog({ postId = "", onClose }: { postId?: string; onClose: () => void }): ReactElement {
  const tell = useToast();
  const organisationId = useSession().data?.account?.organisationId ?? "";
  const posts = useApi(api.posts.list, { query: { open: "yes", limit: 200 } });
  const employees = useApi(api.employees.list, {
    params: { id: organisationId },
    query: { state: "employed", limit: 200 },
  });
  const add = useChange(api.postings.add, {
    refresh: [api.postings.list, api.posts.list],
    onSuccess: ({ count, red }) => {
      tell(
        red.length === 0
          ? `${count} 人已登记上岗`
          : `${count} 人已登记上岗，其中 ${red.join("、")} 无有效证件，请立即安排离岗`,
        red.length === 0 ? "done" : "refused",
      );
      form.clear();
      onClose();
    },
  });
  const form = useForm({
    draft: "enterprise-stand",
    initial: { postId, personIds: [] as string[], fromOn: today() as string },
    rules: contractOf(api.postings.add),
    error: add.error,
  });
  const { values } = form;
  const submit = (): void =>
    add.mutate({ params: { id: values.postId }, body: { personIds: values.personIds, fromOn: values.fromOn } });
  return (
    <Dialog
      open
      onClose={onClose}
      title="登记上岗"
      footer={<FormFooter form={form} action="登记上岗" busy={add.isPending} onConfirm={submit} onClose={onClose} />}
    >
      <FormBody form={form} onSubmit={submit}>
        <FormField name="postId" label="岗位" required>
          <Select
            {...form.bind("postId")}
            placeholder={posts.data?.rows.length === 0 ? "先到“岗位”登记岗位" : "请选择"}
            choices={(posts.data?.rows ?? []).map((row) => ({
              value: row.id,
              label: `${row.workplace} ${row.name}（${row.itemName ?? "不需持证"}）`,
            }))}
          />
        </FormField>
        <FormField name="personIds" label="职工" required hint="可以选多人；不在这里的先到“职工名单”登记。">
          <MultiSelect
            value={values.personIds}
            onChange={(personIds) => form.set({ personIds })}
            placeholder="输入姓名"
            choices={(employees.data?.rows ?? []).map((row) => ({
              value: row.personId,
              label: `${row.name} ${row.citizenIdMasked}`,
            }))}
          />
        </FormField>
        <FormField name="fromOn" label="上岗日期" required hint="已经在岗的填实际上岗的那一天。">
          <DateBox {...form.bind("fromOn")} />
        </FormField>
        {values.fromOn >= today() && <Notice>今天起上岗的须先有核验过的证件；没有的登记不了。</Notice>}
      </FormBody>
    </Dialog>
  );
}
