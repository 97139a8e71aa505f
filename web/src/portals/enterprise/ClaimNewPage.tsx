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
import { ProgrammeChoice } from "../../features/programmes/ProgrammeChoice.tsx";
import { useProgrammes } from "../../features/programmes/use-programmes.ts";
import { claimsWholeClass, usePolicy } from "../../features/claims/use-policy.ts";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { Select } from "../../kit/Select.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { EmployeeClaimForm } from "./EmployeeClaimForm.tsx";

const CLASS = "class";

/** 申请补贴: for an employee, on their job, class or certificate; or the subsidy of a class as a whole. */
export default function ClaimNewPage(): ReactElement {
  const [search] = useSearchParams();
  const { inForce, usual } = useProgrammes();
  const [programme, setProgramme] = useState("");
  const policy = usePolicy(programme === "" ? undefined : programme);
  const own = policy.benefits.filter(
    ({ claiming }) => claiming?.by.includes("enterprise") === true && claiming.per === "person",
  );
  // Benefits that rest on the job alone come first: they are asked for here and nowhere else.
  const forEmployees = own.toSorted(
    (a, b) => Number(b.claiming?.evidence === "employment") - Number(a.claiming?.evidence === "employment"),
  );
  const forClasses = policy.benefits.filter(({ claiming }) => claimsWholeClass(claiming ?? undefined, "enterprise"));
  const prepared = policy.benefits.filter(
    ({ claiming }) => claiming?.by.includes("enterprise") === true && claiming.evidence === "certificate",
  );
  const [chosen, setKind] = useState<string | null>(search.has("class") ? CLASS : search.get("benefit"));
  const [classId, setClassId] = useState(search.get("class") ?? "");
  const kind = chosen ?? forEmployees[0]?.benefit ?? CLASS;
  const classes = useApiPages(
    api.classes.list,
    { query: { benefit: forClasses.map((one) => one.benefit).join(",") || "-", limit: 200 } },
    pageOf,
  );
  const training = classes.rows.find((row) => row.id === classId);
  const employees = forEmployees.find((one) => one.benefit === kind);
  const labels = forClasses.map(({ claiming }) => claiming?.class?.label ?? "").join("、");
  return (
    <StaffPage title="申请补贴" intro="先按现有记录试算，逐条说明结果，备好材料再提交。">
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
        <Card>
          <div className="grid gap-5">
            <ProgrammeChoice
              programmes={inForce}
              value={programme === "" ? usual : programme}
              onChange={(next) => {
                setProgramme(next);
                setKind(null);
              }}
            />
            <Field label="哪一种补贴" group>
              <RadioGroup
                value={kind}
                onChange={setKind}
                choices={[
                  ...forEmployees.map((one) => ({ value: one.benefit, label: one.title, description: one.summary })),
                  ...(forClasses.length === 0
                    ? []
                    : [
                        {
                          value: CLASS,
                          label: `${labels}补贴`,
                          description: "为合办的整个班申请，分预拨、结算的开班后就可以申请",
                        },
                      ]),
                ]}
              />
            </Field>
            {kind === CLASS &&
              (!classes.isPending && classes.rows.length === 0 ? (
                <Empty title={`没有${labels}`}>与培训机构合办、开班审核通过后，才能为整个班申请补贴。</Empty>
              ) : (
                <Field label="班级">
                  <Select
                    value={classId}
                    onChange={setClassId}
                    placeholder="请选择"
                    choices={classes.rows.map((row) => ({
                      value: row.id,
                      label: `${policy.benefitTitle(row.benefit)}　${row.name}（${formatPeriod(row.startsOn, row.endsOn)}，${row.seatsTaken} 人）`,
                    }))}
                  />
                </Field>
              ))}
          </div>
        </Card>
        {prepared.length > 0 && (
          <Notice title={`${prepared.map((one) => one.claiming?.short).join("、")}：多数不用在这里申请`}>
            职工凭本单位的班取得证书后，系统自动备好申请，在“补贴申请 ·
            等本单位办”里确认。补贴目录以外的工种要填实际费用、交票据，没有证书的凭结业，在这里申请。
          </Notice>
        )}
      </div>
      {employees !== undefined ? (
        <EmployeeClaimForm
          key={`${programme} ${employees.benefit}`}
          programme={programme === "" ? usual : programme}
          benefit={employees}
          employeeId={search.get("employee")}
        />
      ) : (
        kind === CLASS &&
        training !== undefined && (
          <ClassClaimForm key={training.id} base="/enterprise" back="/enterprise/claims" training={training} />
        )
      )}
    </StaffPage>
  );
}
