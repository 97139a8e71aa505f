import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import type { Form } from "./form.ts";

interface LockPeriodProps {
  form: Form;
  period: Form["periods"][number];
}

/** Locks what was accepted of a period, so that its figures are final. */
export function LockPeriod({ form, period }: LockPeriodProps): ReactElement | null {
  const [open, setOpen] = useState(false);
  const tell = useToast();
  const lock = useChange(api.periodForms.lock, {
    refresh: [api.periodForms.reporters, api.periodForms.summary],
    onSuccess: ({ locked }) => {
      tell(`已锁定 ${locked} 份`);
      setOpen(false);
    },
  });
  if (useSession().data?.account?.role !== "reviewer") return null;
  return (
    <>
      <Button variant="secondary" icon="lock" onClick={() => setOpen(true)}>
        锁定这一期
      </Button>
      {open && (
        <ConfirmSheet
          open
          onClose={() => setOpen(false)}
          title={`锁定${period.title}${form.title}`}
          consequences={[
            "已接受的报表全部锁定，数字不再变动。",
            "没有报的、待审核的和退回的不受影响，以后接受了可以再锁定。",
            "确需更正的，写明理由重新打开。",
          ]}
          action="锁定"
          busy={lock.isPending}
          error={lock.error}
          onConfirm={() => lock.mutate({ params: { code: form.code, period: period.period } })}
        />
      )}
    </>
  );
}
