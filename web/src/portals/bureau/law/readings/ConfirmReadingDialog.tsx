import type { ReactElement } from "react";
import { api } from "../../../../api/api.ts";
import { useChange } from "../../../../api/hooks.ts";
import { ConfirmSheet } from "../../../../kit/ConfirmSheet.tsx";
import { useToast } from "../../../../kit/Toast.tsx";
import { chosenText, type Reading } from "./reading.ts";

interface ConfirmReadingDialogProps {
  reading: Reading;
  agreed: boolean;
  onClose: () => void;
}

/** Confirms a reading for the bureau with today's date, or sends it back. */
export function ConfirmReadingDialog({ reading, agreed, onClose }: ConfirmReadingDialogProps): ReactElement {
  const tell = useToast();
  const confirm = useChange(api.policyReadings.confirm, {
    refresh: [api.policyReadings.list, api.policy.show],
    onSuccess: () => {
      tell(agreed ? "已确认" : "已退回");
      onClose();
    },
  });
  const { confirmation } = reading;
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      danger={!agreed}
      title={agreed ? "确认读法" : "退回读法"}
      consequences={
        agreed
          ? [
              `${reading.question}取：${chosenText(reading)}`,
              `依据：${confirmation?.source ?? ""}，${confirmation?.proposedBy ?? ""}提请。`,
              "以今天的日期作为本地的定论公布。",
            ]
          : ["这次提请不作数，读法仍标为政策包提出；可以重新提请。"]
      }
      action={agreed ? "确认" : "退回"}
      busy={confirm.isPending}
      error={confirm.error}
      onConfirm={() => confirmation !== null && confirm.mutate({ params: { id: confirmation.id }, body: { agreed } })}
    />
  );
}
