import { api, type Api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { FormField, useForm } from "../../../kit/form.tsx";
import { groups } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import type { Output } from "../../../api/client.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";

interface EnrolDialogProps {
  found: Output<Api["openClasses"]["show"]>;
  onClose: () => void;
}

/** Applies for a seat, with the consequences. */
export function EnrolDialog({ found, onClose }: EnrolDialogProps): ReactElement {
  const navigate = useNavigate();
  const tell = useToast();
  const record = useApi(api.me.record, {});
  const enrol = useChange(api.enrolments.enrol, {
    refresh: [api.openClasses.show, api.openClasses.search, api.homes.learner],
    onSuccess: () => {
      tell("报名已提交，等机构确认");
      void navigate("/my/classes");
    },
  });
  const form = useForm({
    initial: { groupCode: "" },
    rules: contractOf(api.enrolments.enrol),
    error: enrol.error,
  });
  const { groupCode } = form.values;
  const own = record.data?.groups.filter((one) => one.state === "confirmed" || one.state === "declared") ?? [];
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`报名：${found.name}`}
      consequences={[
        `您先占下 1 个名额，${found.organisationName}确认后正式入班。`,
        `${found.startsOn} 开课，要学满 ${found.requiredHours} 课时才能结业。`,
        "开课前可以退出，名额让给别人。",
      ]}
      action="确认报名"
      busy={enrol.isPending}
      form={form}
      onConfirm={() =>
        enrol.mutate({
          params: { id: found.id },
          body: { groupCode: groups.has(groupCode) ? groupCode : null },
        })
      }
    >
      {own.length > 0 && (
        <FormField
          name="groupCode"
          label="以什么身份参加"
          required={false}
          hint="关系到按哪一类补贴算，不选也可以报名。"
        >
          <Select
            {...form.bind("groupCode")}
            placeholder="不选"
            choices={own.map((one) => ({ value: one.code, label: `${one.label}（${one.stateLabel}）` }))}
          />
        </FormField>
      )}
    </ConfirmSheet>
  );
}
