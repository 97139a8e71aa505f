import { api, type Api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { FormField, useForm } from "../../../kit/form.tsx";
import { groups } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import type { Output } from "../../../api/client.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { Notice } from "../../../kit/Notice.tsx";
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
  const outlook = useApi(api.claims.ownClassOutlook, {
    params: { id: found.id },
    query: groups.has(groupCode) ? { group: groupCode } : {},
  });
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
      {outlook.data !== undefined && <NoSubsidy outlook={outlook.data} />}
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

/** Says before joining that the class will bring no subsidy, and why; joining stays possible. */
function NoSubsidy({ outlook }: { outlook: Output<Api["claims"]["ownClassOutlook"]> }): ReactElement | null {
  const refused = outlook.outlook === "refused";
  if (!refused && outlook.underWay === null && outlook.missing.length === 0) return null;
  return (
    <Notice tone="turn" title={refused ? "按您的记录，这个班领不到补贴，学费要自己付" : "领补贴以前，还有情况要核实"}>
      <ul className="grid gap-1">
        {outlook.underWay !== null && (
          <li>{`您已经在“${outlook.underWay}”学同一职业同一等级；同一职业同一等级只补一次。`}</li>
        )}
        {(refused ? outlook.reasons : outlook.missing).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {refused && outlook.presumed && (
        <p className="mt-1 text-sm">您正在学、还没领到补贴的班，也按学完、领到算在里面。</p>
      )}
      <p className="mt-1 text-sm text-ink-2">仍然可以报名。记录不对的，先到“我的档案”申请更正。</p>
    </Notice>
  );
}
