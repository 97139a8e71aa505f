import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { BatchesTable } from "../../features/fund/BatchesTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

/** All batches of the county, and the way to a new one. */
export default function BatchesPage(): ReactElement {
  return (
    <StaffPage title="拨付批次" actions={<Button to="/finance/payables">去编制批次</Button>}>
      <BatchesTable portal="/finance" hint="从“待拨付”选择申请，编制第一个批次。" />
    </StaffPage>
  );
}
