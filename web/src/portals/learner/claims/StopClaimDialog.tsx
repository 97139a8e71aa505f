import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { FormField, useForm } from "../../../kit/form.tsx";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

const refresh = [api.claims.show, api.claims.mine, api.homes.learner] as const;

interface StopClaimDialogProps {
  claim: Claim["claim"];
  kind: "decline" | "withdraw";
  onClose: () => void;
}

/** Declines a prepared claim, or withdraws one. */
export function StopClaimDialog({ claim, kind, onClose }: StopClaimDialogProps): ReactElement {
  const tell = useToast();
  const settings = {
    refresh,
    onSuccess: () => {
      tell(kind === "decline" ? "已放弃这笔补贴" : "申请已撤回");
      onClose();
    },
  };
  const decline = useChange(api.claims.decline, settings);
  const withdraw = useChange(api.claims.withdraw, settings);
  const declining = kind === "decline";
  const form = useForm({
    initial: { reason: "" },
    rules: declining ? contractOf(api.claims.decline) : contractOf(api.claims.withdraw),
    error: decline.error ?? withdraw.error,
  });
  const { reason } = form.values;
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      danger
      title={declining ? `放弃：${claim.benefitName}` : `撤回：${claim.benefitName}`}
      consequences={[
        declining ? "这笔补贴不会发给您，申请到此为止。" : "审核停止，申请到此为止。",
        claim.askUntil === null
          ? "不影响您的证书和学时。改了主意，可以在这笔申请的页面上重新申请。"
          : `不影响您的证书和学时。${claim.askUntil} 以前改了主意，可以在这笔申请的页面上重新申请。`,
      ]}
      action={declining ? "放弃这笔补贴" : "撤回申请"}
      busy={decline.isPending || withdraw.isPending}
      form={form}
      disabled={form.refused.length > 0}
      onConfirm={() =>
        declining
          ? decline.mutate({ params: { id: claim.id }, body: reason.trim() === "" ? {} : { reason } })
          : withdraw.mutate({ params: { id: claim.id }, body: { reason } })
      }
    >
      <FormField name="reason" label="为什么">
        <TextArea {...form.bind("reason")} rows={2} />
      </FormField>
    </ConfirmSheet>
  );
}
