import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { ActDialog } from "../ActDialog.tsx";

/** Ends a redecision that nothing has followed from yet. */
export function WithdrawRedecisionDialog({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const withdraw = useChange(api.redecisions.withdraw, {
    refresh: [api.redecisions.show, api.redecisions.list],
    onSuccess: onClose,
  });
  return (
    <ActDialog
      title="撤回追溯裁定"
      consequences={["清单留存，不再签字，也不办理。"]}
      action="撤回"
      label="撤回的理由"
      readBy="本部门的同事"
      rules={contractOf(api.redecisions.withdraw)}
      busy={withdraw.isPending}
      error={withdraw.error}
      onClose={onClose}
      onConfirm={(reason) => withdraw.mutate({ params: { id }, body: { reason } })}
    />
  );
}
