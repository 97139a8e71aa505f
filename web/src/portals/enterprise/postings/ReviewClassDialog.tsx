import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Select } from "../../../kit/Select.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

/** Proposes a class for everybody whose licence for an item comes due. */
export function ReviewClassDialog({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const due = useApi(api.postings.due, { query: { current: "now", limit: 200 } });
  const propose = useChange(api.reviewClasses.propose, {
    refresh: [api.reviewClasses.list],
    onSuccess: ({ people }) => {
      tell(`已提出，${people} 人要复审；有机构承接时通知您`);
      form.clear();
      onClose();
    },
  });
  const form = useForm({
    draft: "enterprise-review-class",
    initial: { item: "", wantedOn: "", note: "" },
    rules: contractOf(api.reviewClasses.propose),
    error: propose.error,
  });
  const items = Map.groupBy(
    (due.data?.rows ?? []).filter((row) => row.item !== null && row.through !== null),
    (row) => row.item ?? "",
  );
  const submit = (): void => propose.mutate({ body: form.values });
  return (
    <Dialog
      open
      onClose={onClose}
      title="提出复审培训"
      footer={
        <FormFooter form={form} action="提出需求" busy={propose.isPending} onConfirm={submit} onClose={onClose} />
      }
    >
      <FormBody form={form} onSubmit={submit}>
        <FormField
          name="item"
          label="作业项目"
          hint={items.size === 0 ? "现在没有快到期的人。" : "快到期、该复审的人自动列入，培训机构只看到人数。"}
        >
          <Select
            {...form.bind("item")}
            placeholder="请选择"
            choices={[...items].map(([code, rows]) => ({
              value: code,
              label: `${rows[0]?.itemName ?? code}（${new Set(rows.map((row) => row.personId)).size} 人）`,
            }))}
          />
        </FormField>
        <FormField name="wantedOn" label="希望哪一天前开班">
          <DateBox {...form.bind("wantedOn")} />
        </FormField>
        <FormField name="note" label="说明" hint="比如只能晚上上课。">
          <TextArea {...form.bind("note")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
