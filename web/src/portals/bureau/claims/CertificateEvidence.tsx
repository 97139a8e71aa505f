import { certificateKinds } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { FactList } from "../../../kit/FactList.tsx";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

/** The certificate that the claim rests on, and where anybody can check it. */
export function CertificateEvidence({ certificate }: { certificate: Claim["evidence"]["certificate"] }): ReactElement {
  if (certificate === null) {
    return <Empty title="这笔申请不以证书为依据">需要证书的补贴，取得证书后才会生成申请。</Empty>;
  }
  const kind = certificateKinds.has(certificate.kind) ? certificateKinds.label(certificate.kind) : certificate.kind;
  return (
    <div className="rounded-md border border-line p-4">
      <p className="flex flex-wrap items-baseline justify-between gap-3">
        <span className="text-lg font-semibold">{kind}</span>
        {certificate.revoked ? (
          <StatusMark kind="refused">已撤销</StatusMark>
        ) : (
          <StatusMark kind="done">有效</StatusMark>
        )}
      </p>
      <p className="num mt-1 font-mono text-lg break-all">{certificate.serial}</p>
      <div className="mt-3">
        <FactList
          facts={[
            { label: "职业（工种）", value: projectLabel(certificate.occupationName, certificate.level) },
            { label: "发证日期", value: <span className="num">{certificate.issuedOn}</span> },
            { label: "发证机构", value: certificate.issuerName, wide: true },
          ]}
        />
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button variant="secondary" icon="search" to={`/bureau/certificates?serial=${certificate.serial}`}>
          在证书库中查看
        </Button>
      </div>
    </div>
  );
}
