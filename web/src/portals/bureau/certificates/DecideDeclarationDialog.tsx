import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { Declaration } from "../../../features/certificates/declaration.ts";

interface DecideDeclarationDialogProps {
  declaration: Declaration;
  verdict: "confirmed" | "rejected";
  onClose: () => void;
  onDone: () => void;
}

/** Confirms or rejects a declared certificate, with the evidence. */
export function DecideDeclarationDialog(props: DecideDeclarationDialogProps): ReactElement {
  const { declaration, verdict, onClose, onDone } = props;
  const tell = useToast();
  const yes = verdict === "confirmed";
  const decide = useChange(api.declarations.decide, {
    refresh: [api.declarations.list, api.certificates.list, api.homes.bureau],
    onSuccess: () => {
      tell(yes ? "证书已确认" : "证书未通过");
      onClose();
      onDone();
    },
  });
  return (
    <ActDialog
      danger={!yes}
      title={`${yes ? "确认" : "不通过"} ${declaration.holderName}的证书`}
      consequences={
        yes
          ? ["证书记入个人电子档案，与平台发的证书一样计算补贴和学分。", "符合条件的补贴会自动生成申请。"]
          : ["申报人会收到通知和您写的理由，可以重新申报。"]
      }
      action={yes ? "确认证书" : "不通过"}
      label={yes ? "核验依据" : "理由"}
      rules={contractOf(api.declarations.decide)}
      readBy={yes ? "记入档案，例如“人社部证书查询网 2026-05-10 查询相符”" : "申报人会看到这段话"}
      phrases={
        yes
          ? [
              { value: "全国联网查询结果与申报一致。", label: "全国联网查询相符" },
              { value: "核对证书原件，与申报一致。", label: "核对原件相符" },
            ]
          : [
              { value: "全国联网查询查不到这个编号。", label: "查不到编号" },
              { value: "证书影像不清晰，无法核对。", label: "影像不清晰" },
            ]
      }
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) => decide.mutate({ params: { id: declaration.id }, body: { verdict, reason } })}
    />
  );
}
