import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { declarationVerdicts } from "../verdict-words.ts";
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
      {...declarationVerdicts[verdict]}
      rules={contractOf(api.declarations.decide)}
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
