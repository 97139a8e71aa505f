import type { ReactElement } from "react";
import { Button } from "../ui/Button.tsx";
import { BatchesTable } from "../ui/fund/BatchesTable.tsx";
import { StaffPage } from "../ui/staff/StaffPage.tsx";

/** All batches of the county, and the way to a new one. */
export default function BatchesPage(): ReactElement {
  return (
    <StaffPage title="拨付批次" actions={<Button to="/finance/payables">去编制批次</Button>}>
      <BatchesTable portal="/finance" hint="从“待拨付”选择申请，编制第一个批次。" />
    </StaffPage>
  );
}
