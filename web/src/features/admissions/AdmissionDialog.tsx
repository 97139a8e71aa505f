import { stateKind } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { formatInstant, formatPeriod } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { CaseHistory } from "../../lists/queue/CaseHistory.tsx";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { AdmissionForm } from "./AdmissionForm.tsx";
import { AdmissionPapers } from "./AdmissionPapers.tsx";
import { projectLabel } from "../occupations/levels.ts";

const refresh = [api.admissions.list, api.admissions.show] as const;

/** One admission: state, answers, history and actions. */
export function AdmissionDialog({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const admission = useApi(api.admissions.show, { params: { id } });
  const [act, setAct] = useState<"edit" | "withdraw" | "leave" | null>(null);
  const tell = useToast();
  const done = (text: string) => () => {
    tell(text);
    onClose();
  };
  const withdraw = useChange(api.admissions.withdraw, { refresh, onSuccess: done("准入申请已撤回") });
  const leave = useChange(api.admissions.leave, { refresh, onSuccess: done("已退出这项准入") });
  const data = admission.data;
  const state = data?.state ?? "";

  if (act === "edit" && data !== undefined)
    return <AdmissionForm activity={data.activity} admission={data} onClose={onClose} />;
  return (
    <>
      <Dialog
        open={act === null}
        onClose={onClose}
        size="wide"
        title={data === undefined ? "准入" : projectLabel(data.occupationName, data.level)}
        footer={
          <>
            {["draft", "submitted", "returned"].includes(state) && (
              <Button variant="quiet" onClick={() => setAct("withdraw")}>
                撤回申请
              </Button>
            )}
            {state === "admitted" && (
              <Button variant="quiet" onClick={() => setAct("leave")}>
                退出准入
              </Button>
            )}
            <Button variant="secondary" onClick={onClose}>
              关闭
            </Button>
            {(state === "draft" || state === "returned") && (
              <Button onClick={() => setAct("edit")}>{state === "draft" ? "接着填" : "补正后提交"}</Button>
            )}
          </>
        }
      >
        <QueryView query={admission} lines={6}>
          {(one) => (
            <div className="grid gap-4">
              {one.decisionReason !== null && one.decisionReason !== "" && (
                <Notice tone={one.state === "refused" ? "refuse" : one.state === "returned" ? "turn" : "info"}>
                  {one.decisionReason}
                </Notice>
              )}
              <FactList
                columns={3}
                facts={[
                  {
                    label: "状态",
                    value: <StatusMark kind={stateKind("admission", one.state)}>{one.stateLabel}</StatusMark>,
                  },
                  {
                    label: "有效期",
                    value: one.validFrom === null ? "–" : formatPeriod(one.validFrom, one.validTo),
                  },
                  { label: "年容量", value: one.annualCapacity === null ? "没有填写" : `${one.annualCapacity} 人次` },
                  { label: "条件说明", value: one.statement || "没有填写", wide: true },
                ]}
              />
              <AdmissionPapers admission={one} />
              {one.events.length > 0 && (
                <ul className="divide-y divide-line border-y border-line">
                  {one.events.map((event) => (
                    <li key={`${event.onDate}-${event.kind}`} className="flex flex-wrap gap-x-4 py-1.5">
                      <span className="num text-ink-2">{event.onDate}</span>
                      <span className="font-medium">{event.label}</span>
                      <span>{event.reason}</span>
                    </li>
                  ))}
                </ul>
              )}
              <CaseHistory
                entries={one.history.toReversed().map((step, index) => ({
                  id: `${step.at}-${index}`,
                  at: formatInstant(step.at),
                  who: step.by ?? "系统",
                  what: step.label,
                  ...(step.reason === null ? {} : { note: step.reason }),
                }))}
              />
              <ErrorNotice error={withdraw.error} />
            </div>
          )}
        </QueryView>
      </Dialog>
      <ConfirmSheet
        open={act === "withdraw"}
        onClose={() => setAct(null)}
        title="撤回准入申请"
        consequences={["这份申请就此作废；要办须重新申请。"]}
        action="撤回申请"
        danger
        onConfirm={() => withdraw.mutate({ params: { id } })}
        busy={withdraw.isPending}
        error={withdraw.error}
      />
      <ReasonDialog
        open={act === "leave"}
        onClose={() => setAct(null)}
        title="退出准入"
        consequences={["从今天起不能再按这个职业和等级开新班。", "已批准的班照常办完。"]}
        action="退出准入"
        danger
        rules={contractOf(api.admissions.leave)}
        readBy="会写进公开的机构目录。"
        busy={leave.isPending}
        error={leave.error}
        onConfirm={({ text }) => leave.mutate({ params: { id }, body: { reason: text } })}
      />
    </>
  );
}
