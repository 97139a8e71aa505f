import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { formatYuan } from "../../../kit/format.ts";
import { useToast } from "../../../kit/Toast.tsx";
import type { Redecision } from "./redecision.ts";

/** A signature under the list as it is shown; the second sets going what follows from it. */
export function SignRedecisionDialog({ data, onClose }: { data: Redecision; onClose: () => void }): ReactElement {
  const tell = useToast();
  const second = data.state === "signed";
  const { changed, moreFen, lessFen } = data.sums;
  const sign = useChange(api.redecisions.sign, {
    refresh: [api.redecisions.show, api.redecisions.list, api.redecisions.rows],
    onSuccess: () => {
      tell(second ? "已签字，正在办理" : "已签字，待另一位工作人员签字");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={second ? "第二人签字" : "第一人签字"}
      consequences={[
        `清单中有变化的 ${changed} 件：应补发 ${formatYuan(moreFen)} 元，应追回、核减 ${formatYuan(lessFen)} 元。`,
        second
          ? "签字后逐笔办理：备好补发的申请，发出追回通知，并告诉本人。不能再撤回。"
          : "另一位工作人员签字后才开始办理；在那以前可以撤回。",
        "列出以后情况有变的申请不办理，留在清单上说明。",
      ]}
      action={second ? `签字，办理 ${changed} 件` : "签字"}
      danger={second}
      busy={sign.isPending}
      error={sign.error}
      onConfirm={() => sign.mutate({ params: { id: data.id }, body: { changed, moreFen, lessFen } })}
    />
  );
}
