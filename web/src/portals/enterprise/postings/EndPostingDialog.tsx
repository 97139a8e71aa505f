import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import type { Posting } from "../../../features/postings/posting.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import { today } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";

/** Somebody leaves a post on a day. */
export function EndPostingDialog({ posting, onClose }: { posting: Posting; onClose: () => void }): ReactElement {
  const tell = useToast();
  const end = useChange(api.postings.end, {
    refresh: [api.postings.list, api.posts.list],
    onSuccess: () => {
      tell(`${posting.personName} 已登记离岗`);
      onClose();
    },
  });
  const form = useForm({
    initial: { toOn: today() as string },
    rules: contractOf(api.postings.end),
    error: end.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`${posting.personName} 离开“${posting.postName}”`}
      consequences={["上岗记录保留；其中无证的天数以后也查得到。", "不能再改回在岗；重新上岗另登记一次。"]}
      action={`登记 ${form.values.toOn} 离岗`}
      busy={end.isPending}
      form={form}
      onConfirm={() => end.mutate({ params: { id: posting.id }, body: { toOn: form.values.toOn } })}
    >
      <FormField name="toOn" label="在岗的最后一天" hint={`${posting.fromOn} 上岗`}>
        <DateBox min={posting.fromOn} {...form.bind("toOn")} />
      </FormField>
    </ConfirmSheet>
  );
}
