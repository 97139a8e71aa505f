import { townChoices } from "@jinengtong/county";
import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import { today } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";

const NO_LICENCE = "none";

/** A new post and the licence that it needs; the form stays open for the next one. */
export function NewPostDialog({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const items = useApi(api.postingItems.list, {}, { staleTime: 600_000 });
  const add = useChange(api.posts.add, {
    refresh: [api.posts.list],
    onSuccess: () => {
      tell(`岗位“${form.values.name}”已登记`);
      form.clear({ workplace: form.values.workplace, town: form.values.town });
    },
  });
  const form = useForm({
    draft: "enterprise-post",
    initial: { workplace: "", name: "", town: "", item: "", since: today() as string },
    rules: contractOf(api.posts.add),
    error: add.error,
  });
  const submit = (): void => {
    const { item, ...rest } = form.values;
    add.mutate({ body: { ...rest, item: item === NO_LICENCE ? null : item } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="登记岗位"
      footer={
        <FormFooter
          form={form}
          close="登记完了"
          action="登记岗位"
          busy={add.isPending}
          onConfirm={submit}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} onSubmit={submit}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="name" label="岗位名称">
            <Input {...form.bind("name")} autoComplete="off" />
          </FormField>
          <FormField name="workplace" label="作业场所" hint="一车间、三号工地">
            <Input {...form.bind("workplace")} autoComplete="off" />
          </FormField>
          <FormField name="town" label="镇（街道）">
            <Select {...form.bind("town")} placeholder="请选择" choices={townChoices()} />
          </FormField>
          <FormField name="since" label="设立日期">
            <DateBox {...form.bind("since")} />
          </FormField>
          <FormField name="item" label="须持的证" required className="sm:col-span-2">
            <Select
              {...form.bind("item")}
              placeholder="请选择"
              choices={[
                { value: NO_LICENCE, label: "不需持证" },
                ...(items.data?.items ?? []).map((one) => ({
                  value: one.code,
                  label: `${one.name}（${one.category}，${one.officeLabel}）`,
                })),
              ]}
            />
          </FormField>
        </div>
      </FormBody>
    </Dialog>
  );
}
