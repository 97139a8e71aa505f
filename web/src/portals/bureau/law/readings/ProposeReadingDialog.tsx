import type { ReactElement } from "react";
import { api } from "../../../../api/api.ts";
import { contractOf } from "../../../../api/contract.ts";
import { useChange } from "../../../../api/hooks.ts";
import { useToast } from "../../../../kit/Toast.tsx";
import { ActDialog } from "../../ActDialog.tsx";
import { chosenText, type Reading } from "./reading.ts";

interface ProposeReadingDialogProps {
  programme: string;
  reading: Reading;
  onClose: () => void;
}

/** Asks another officer to confirm a reading, on the strength of a paper. */
export function ProposeReadingDialog({ programme, reading, onClose }: ProposeReadingDialogProps): ReactElement {
  const tell = useToast();
  const propose = useChange(api.policyReadings.propose, {
    refresh: [api.policyReadings.list],
    onSuccess: () => {
      tell("已提请，等另一位确认");
      onClose();
    },
  });
  return (
    <ActDialog
      title="提请确认读法"
      consequences={[
        `${reading.question}取：${chosenText(reading)}`,
        "另一位工作人员确认后，这种读法作为本地的定论，连同日期印在政策说明和签批稿上。",
        "判定不因此改变：规则本来就按它。",
      ]}
      action="提请确认"
      label="依据的文件或会议纪要"
      readBy="公开在政策说明页"
      words="source"
      rules={contractOf(api.policyReadings.propose)}
      busy={propose.isPending}
      error={propose.error}
      onClose={onClose}
      onConfirm={(source) =>
        propose.mutate({ params: { id: programme }, body: { reading: reading.id, chosen: reading.chosen, source } })
      }
    />
  );
}
