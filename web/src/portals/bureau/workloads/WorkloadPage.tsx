import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { WorkloadView } from "../../../features/workload/WorkloadView.tsx";
import type { ShownWorkload } from "../../../features/workload/workload.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { ReasonDialog } from "../../../kit/staff/ReasonDialog.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { useToast } from "../../../kit/Toast.tsx";

const refresh = [api.workloads.show, api.workloads.list] as const;

/** A school's year at the office: accepted, given back, locked. */
export default function WorkloadPage(): ReactElement {
  const { id = "", year = "" } = useParams();
  const shown = useApi(api.workloads.show, { params: { id, year: Number(year) } });
  return (
    <QueryView query={shown} lines={12}>
      {(data) => (
        <StaffPage title={`${data.organisation} ${data.year} 年工作量`} actions={<Acts data={data} />}>
          <WorkloadView data={data} />
        </StaffPage>
      )}
    </QueryView>
  );
}

function Acts({ data }: { data: ShownWorkload }): ReactElement {
  const [open, setOpen] = useState<"accept" | "give-back" | "lock" | null>(null);
  const tell = useToast();
  const done = (): void => {
    tell("已办理，院校会收到消息");
    setOpen(null);
  };
  const accept = useChange(api.workloads.accept, { refresh, onSuccess: done });
  const giveBack = useChange(api.workloads.giveBack, { refresh, onSuccess: done });
  const lock = useChange(api.workloads.lock, { refresh, onSuccess: done });
  const params = { id: data.organisationId, year: data.year };
  return (
    <>
      {data.mayDecide && <Button onClick={() => setOpen("accept")}>接受</Button>}
      {data.mayLock && <Button onClick={() => setOpen("lock")}>锁定</Button>}
      {data.mayDecide && (
        <Button variant="secondary" onClick={() => setOpen("give-back")}>
          退回
        </Button>
      )}
      {(open === "accept" || open === "lock") && (
        <ConfirmSheet
          open
          onClose={() => setOpen(null)}
          title={open === "accept" ? "接受工作量" : "锁定工作量"}
          consequences={
            open === "accept"
              ? ["确认的学时、折合学生数和绩效工资基数由院校据以执行。", "锁定以前仍可退回。"]
              : ["这一年不再变动。", "以后的更正另列一行，计入下一年。"]
          }
          action={open === "accept" ? "接受" : "锁定"}
          busy={accept.isPending || lock.isPending}
          error={accept.error ?? lock.error}
          onConfirm={() => (open === "accept" ? accept : lock).mutate({ params })}
        />
      )}
      {open === "give-back" && (
        <ReasonDialog
          open
          onClose={() => setOpen(null)}
          title="退回工作量"
          consequences={["院校改好后再次确认，按那时的记录重新折算。"]}
          action="退回"
          rules={contractOf(api.workloads.giveBack)}
          readBy="院校会看到这段话"
          busy={giveBack.isPending}
          error={giveBack.error}
          onConfirm={({ text }) => giveBack.mutate({ params, body: { reason: text } })}
        />
      )}
    </>
  );
}
