import type { ReactElement } from "react";
import { BatchesTable } from "../../features/fund/BatchesTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

/** All batches, to read. */
export default function BatchesPage(): ReactElement {
  return (
    <StaffPage title="拨付批次" intro="编制与复核放款由两个人分别办理。">
      <BatchesTable portal="/audit" hint="财政部门编制的批次会列在这里。" />
    </StaffPage>
  );
}
