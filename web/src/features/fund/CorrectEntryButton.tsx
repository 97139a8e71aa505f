import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { formatYuan } from "../../kit/format.ts";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** Asks to undo an entry that was registered wrongly; another officer decides. */
export function CorrectEntryButton({
  entry,
}: {
  entry: { entryId: string; movement: string; note: string; amountFen: number };
}): ReactElement {
  const [open, setOpen] = useState(false);
  const tell = useToast();
  const ask = useChange(api.sources.askCorrection, {
    refresh: [api.sources.corrections, api.sources.entries, api.homes.finance],
    onSuccess: () => {
      tell("已提出更正，等另一位财政人员决定");
      setOpen(false);
    },
  });
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        更正
      </Button>
      {open && (
        <ReasonDialog
          open
          danger
          onClose={() => setOpen(false)}
          title={`更正：${entry.movement} ${formatYuan(entry.amountFen)} 元`}
          consequences={[
            "另一位财政人员同意后，以当天日期记一笔相反的账；原来的一笔保留，已公布的月份不变。",
            "之后可以用同一凭证号按正确的金额重新登记。",
          ]}
          action="提出更正"
          rules={contractOf(api.sources.askCorrection)}
          readBy="决定的人和审计可以看到这段话"
          busy={ask.isPending}
          error={ask.error}
          onConfirm={({ text }) => ask.mutate({ params: { id: entry.entryId }, body: { reason: text } })}
        />
      )}
    </>
  );
}
