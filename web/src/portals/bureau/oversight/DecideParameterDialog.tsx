import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ConfirmKey } from "../ConfirmKey.tsx";
import type { LocalParameter } from "./parameter.ts";

interface DecideParameterDialogProps {
  row: LocalParameter;
  label: string;
  agreed: boolean;
  onClose: () => void;
}

/** The second officer's decision on a proposed value. */
export function DecideParameterDialog({ row, label, agreed, onClose }: DecideParameterDialogProps): ReactElement {
  const tell = useToast();
  const decide = useChange(api.policy.decideParameter, {
    refresh: [api.policy.parameters, api.policy.show],
    onSuccess: () => {
      tell(agreed ? "已确认生效" : "已退回");
      onClose();
    },
  });
  const confirm = () => decide.mutate({ params: { id: row.id }, body: { agreed } });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`${agreed ? "确认" : "退回"}：${label}`}
      consequences={
        agreed
          ? [
              `从 ${row.effectiveFrom} 起用于判定，前一个值到那天为止；同一天起的现行值由它代替，记录保留。`,
              "此前已作出的判定不变；录错的值已经用于判定的，在“追溯裁定”里按新的值重新裁定。",
              "录入的人不能确认自己录入的值。",
            ]
          : ["这个值不生效，记录保留。"]
      }
      action={agreed ? "确认生效" : "退回"}
      busy={decide.isPending}
      error={decide.error}
      onConfirm={confirm}
    >
      <ConfirmKey onConfirm={confirm} ready={!decide.isPending} />
    </ConfirmSheet>
  );
}
