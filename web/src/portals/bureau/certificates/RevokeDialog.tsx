import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { Certificate } from "../../../features/certificates/certificate.ts";

/** Revokes a certificate with a reason; it stays on record. */
export function RevokeDialog({
  certificate,
  onClose,
}: {
  certificate: Certificate;
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const revoke = useChange(api.certificates.revoke, {
    refresh: [api.certificates.list, api.claims.show],
    onSuccess: () => {
      tell("证书已撤销");
      onClose();
    },
  });
  return (
    <ActDialog
      danger
      title={`撤销 ${certificate.holderName}的证书`}
      consequences={[
        `${certificate.serial} 作废，任何人查验都会看到已撤销和原因。`,
        "以这本证书为依据、还没有核定的补贴不能再通过；已付的须另行追回。",
        "撤销后不能恢复，须重新发证。",
      ]}
      action="撤销证书"
      label="撤销原因"
      rules={contractOf(api.certificates.revoke)}
      readBy="持证人和查验证书的人会看到这段话"
      busy={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onConfirm={(reason) => revoke.mutate({ params: { id: certificate.id }, body: { reason } })}
    />
  );
}
