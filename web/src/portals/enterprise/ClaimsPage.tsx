import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { ClaimsTable } from "../../features/claims/ClaimsTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

/** 补贴申请 of an enterprise, for its employees and classes. */
export default function ClaimsPage(): ReactElement {
  return (
    <StaffPage
      title="补贴申请"
      intro="为职工和职工培训班申请的补贴，走到哪一步、下一步谁办，都看得到。"
      actions={
        <Button to="/enterprise/claims/new" icon="plus">
          申请补贴
        </Button>
      }
    >
      <ClaimsTable
        href={(id) => `/enterprise/claims/${id}`}
        empty="职工取得证书后，岗前、在岗培训的补贴会自动备好；以工代训和学徒制在“申请补贴”里提出。"
      />
    </StaffPage>
  );
}
