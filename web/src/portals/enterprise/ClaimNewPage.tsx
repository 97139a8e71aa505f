import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useSearchParams } from "react-router";
import { useApiPages } from "../../api/hooks.ts";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Field } from "../../kit/Field.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";
import { ClassClaimForm } from "../../features/claims/ClassClaimForm.tsx";
import { pageOf } from "../../lists/pages.ts";
import { usePolicy } from "../../features/claims/use-policy.ts";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { Select } from "../../kit/Select.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { EmployeeClaimForm } from "./EmployeeClaimForm.tsx";

type Kind = "employee" | "class";

/** 申请补贴: work for training for an employee, or the subsidy of an apprenticeship or order class as a whole. */
export default function ClaimNewPage(): ReactElement {
  const [search] = useSearchParams();
  const [kind, setKind] = useState<Kind>(search.has("class") ? "class" : "employee");
  const [classId, setClassId] = useState(search.get("class") ?? "");
  const apprentices = useApiPages(api.classes.list, { query: { benefit: "apprenticeship", limit: 200 } }, pageOf);
  const orders = useApiPages(api.classes.list, { query: { benefit: "order-class", limit: 200 } }, pageOf);
  const classes = [...apprentices.rows, ...orders.rows];
  const training = classes.find((row) => row.id === classId);
  const policy = usePolicy();
  return (
    <StaffPage title="申请补贴" intro="先按现有记录试算，逐条说明结果，备好材料再提交。">
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
        <Card>
          <div className="grid gap-5">
            <Field label="哪一种补贴" group>
              <RadioGroup
                value={kind}
                onChange={setKind}
                choices={[
                  {
                    value: "employee",
                    label: "以工代训补贴",
                    description: "吸纳重点人员就业、边工作边培训，每人最长 6 个月",
                  },
                  {
                    value: "class",
                    label: "学徒班、订单班补贴",
                    description: "学徒班开班后预拨、结业后结算；订单班结业后申请",
                  },
                ]}
              />
            </Field>
            {kind === "class" &&
              (!apprentices.isPending && !orders.isPending && classes.length === 0 ? (
                <Empty title="没有学徒班和订单班">与培训机构合办、开班审核通过后，才能为整个班申请补贴。</Empty>
              ) : (
                <Field label="班级">
                  <Select
                    value={classId}
                    onChange={setClassId}
                    placeholder="请选择"
                    choices={classes.map((row) => ({
                      value: row.id,
                      label: `${policy.benefitTitle(row.benefit)}　${row.name}（${formatPeriod(row.startsOn, row.endsOn)}，${row.seatsTaken} 人）`,
                    }))}
                  />
                </Field>
              ))}
          </div>
        </Card>
        <Notice title="岗前、在岗培训不用在这里申请">
          职工凭本单位的班取得证书后，系统自动备好申请，在“补贴申请 · 等本单位办”里确认。
        </Notice>
      </div>
      {kind === "employee" ? (
        <EmployeeClaimForm employeeId={search.get("employee")} />
      ) : (
        training !== undefined && (
          <ClassClaimForm key={training.id} base="/enterprise" back="/enterprise/claims" training={training} />
        )
      )}
    </StaffPage>
  );
}
