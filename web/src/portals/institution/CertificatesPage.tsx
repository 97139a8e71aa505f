import type { ReactElement } from "react";
import { CertificatesTable } from "../../features/certificates/CertificatesTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

/** 证书: every certificate this school gave or its classes led to. */
export default function CertificatesPage(): ReactElement {
  return (
    <StaffPage title="证书" intro="本单位发放的培训合格证书，以及本单位的班取得的评价证书。">
      <CertificatesTable empty="在培训班的“证书”里发放；每本证书有编号和查验二维码。" />
    </StaffPage>
  );
}
