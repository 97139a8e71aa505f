import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link, useParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { ClassClaimForm } from "../../../features/claims/ClassClaimForm.tsx";
import { claimsWholeClass, usePolicy } from "../../../features/claims/use-policy.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";

/** 申请班级补贴: for an order class or a training project, previewed on current records before it is filed. */
export default function ClassClaimPage(): ReactElement {
  const { id = "" } = useParams();
  const training = useApi(api.classes.show, { params: { id } });
  const policy = usePolicy(training.data?.policyId);
  const back = `/institution/classes/${id}/subsidy`;
  return (
    <QueryView query={training} lines={8}>
      {(data) => (
        <StaffPage
          title="申请班级补贴"
          intro={
            <p className="flex flex-wrap gap-x-4">
              <Link to={back} className="text-accent underline underline-offset-3">
                {data.name}
              </Link>
              <span>{policy.benefitTitle(data.benefit)}</span>
              {data.enterpriseName !== null && <span>合作企业 {data.enterpriseName}</span>}
              {data.projectName !== null && <span>培训项目 {data.projectName}</span>}
            </p>
          }
        >
          {claimsWholeClass(policy.claiming(data.benefit), "institution") ? (
            <ClassClaimForm base="/institution" back={back} training={data} />
          ) : (
            <Empty title="这个班没有班级补贴" action={<Button to={back}>看这个班的补贴</Button>}>
              这个班的补贴不由培训机构为整个班申请。
            </Empty>
          )}
        </StaffPage>
      )}
    </QueryView>
  );
}
