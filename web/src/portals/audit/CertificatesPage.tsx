import type { ReactElement } from "react";
import { CertificatesTable } from "../../features/certificates/CertificatesTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

/** Certificates, to read. */
export default function CertificatesPage(): ReactElement {
  return (
    <StaffPage title="证书" intro="只读。可以下载原件，与公开查验的内容一致。">
      <CertificatesTable empty="放宽筛选条件再看看。" />
    </StaffPage>
  );
}
