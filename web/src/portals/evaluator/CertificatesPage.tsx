import type { ReactElement } from "react";
import { CertificatesTable } from "../../features/certificates/CertificatesTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

/** 评价证书: every certificate this evaluator registered. */
export default function CertificatesPage(): ReactElement {
  return (
    <StaffPage title="评价证书" intro="本单位登记的证书，公开可查；被撤销的写明日期和原因。">
      <CertificatesTable empty="在考核里给合格者登记证书后，列在这里。" />
    </StaffPage>
  );
}
