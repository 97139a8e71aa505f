import { townChoices } from "@jinengtong/county";
import { occupations } from "@jinengtong/standards";
import type { ReactElement } from "react";
import type { ProblemError } from "../../../api/problem.ts";
import { Card } from "../../../kit/Card.tsx";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { levelChoices } from "../../../features/occupations/levels.ts";
import { usePolicy } from "../../../features/claims/use-policy.ts";
import { Select } from "../../../kit/Select.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { EnterprisePicker } from "./EnterprisePicker.tsx";
import { contentKinds, type PlanValues } from "./plan-values.ts";
import { ProjectField } from "./ProjectField.tsx";

interface PlanFormProps {
  values: PlanValues;
  onChange: (change: Partial<PlanValues>) => void;
  problem: ProblemError | null;
}

/** The fields of a class plan in three sheets: what is taught, when and where, how it is taught and examined. */
export function PlanForm({ values, onChange, problem }: PlanFormProps): ReactElement {
  const policy = usePolicy();
  const termsOf = (benefit: string) => policy.claiming(benefit)?.class ?? undefined;
  const terms = termsOf(values.benefit);
  const error = (field: keyof PlanValues) => problem?.fieldError(`/${field}`);
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Card title="教什么、按哪项补贴">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="班级名称" error={error("name")} className="sm:col-span-2">
            <Input
              value={values.name}
              onChange={(name) => onChange({ name })}
              maxLength={60}
              placeholder="如：养老护理员（五级）2026 年第 3 期"
            />
          </Field>
          <Field label="补贴项目" error={error("benefit")} className="sm:col-span-2">
            <Select
              value={values.benefit}
              onChange={(benefit) =>
                onChange({
                  benefit,
                  // Some benefits have projects of their own; a plan chosen for another benefit is none of them.
                  ...(termsOf(benefit)?.project === terms?.project ? {} : { projectId: "" }),
                })
              }
              placeholder="请选择"
              choices={policy.classBenefits.map((one) => ({
                value: one.benefit,
                label: `${one.title}（${one.clause}）`,
              }))}
            />
          </Field>
          <ProjectField values={values} onChange={onChange} error={error("projectId")} />
          <Field label="职业（工种）" error={error("occupation")}>
            <Select
              value={values.occupation}
              onChange={(occupation) => onChange({ occupation })}
              placeholder="请选择"
              choices={occupations.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }))}
            />
          </Field>
          <Field label="等级" error={error("level")}>
            <Select value={values.level} onChange={(level) => onChange({ level })} choices={levelChoices} />
          </Field>
          <Field label="内容类别" error={error("contentKind")}>
            <Select
              value={values.contentKind}
              onChange={(kind) => kind !== "" && onChange({ contentKind: kind })}
              choices={contentKinds}
            />
          </Field>
          {terms?.course === true && (
            <Field label="创业课程" error={error("course")}>
              <Select
                value={values.course}
                onChange={(course) => onChange({ course: course as PlanValues["course"] })}
                placeholder="请选择"
                choices={(policy.vocabulary?.courses ?? []).map(({ id, label }) => ({ value: id, label }))}
              />
            </Field>
          )}
          {terms !== undefined && terms.enterprise !== "none" && (
            <Field
              label="合作企业"
              required={terms.enterprise === "required"}
              error={error("enterpriseId")}
              className="sm:col-span-2"
              group
            >
              <EnterprisePicker
                name={values.enterpriseName}
                onChange={(enterpriseId, enterpriseName) => onChange({ enterpriseId, enterpriseName })}
              />
            </Field>
          )}
        </div>
      </Card>

      <Card title="什么时候、在哪里">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="开班日期" error={error("startsOn")}>
            <DateBox value={values.startsOn} onChange={(startsOn) => onChange({ startsOn })} />
          </Field>
          <Field label="结束日期" error={error("endsOn")}>
            <DateBox min={values.startsOn} value={values.endsOn} onChange={(endsOn) => onChange({ endsOn })} />
          </Field>
          <Field label="计划人数" error={error("capacity")} hint="一般不超过 50 人">
            <Input
              inputMode="numeric"
              unit="人"
              value={values.capacity}
              onChange={(capacity) => onChange({ capacity: capacity.replace(/\D/gu, "") })}
            />
          </Field>
          <Field label="计划课时" required={false} error={error("requiredHours")} hint="不填按目录规定">
            <Input
              inputMode="numeric"
              unit="课时"
              value={values.requiredHours}
              onChange={(requiredHours) => onChange({ requiredHours: requiredHours.replace(/\D/gu, "") })}
            />
          </Field>
          <Field label="镇街" error={error("town")}>
            <Select
              value={values.town}
              onChange={(town) => onChange({ town })}
              placeholder="请选择"
              choices={townChoices()}
            />
          </Field>
          <Field label="培训地址" required={false} error={error("address")}>
            <Input value={values.address} onChange={(address) => onChange({ address })} maxLength={200} />
          </Field>
          <div className="sm:col-span-2">
            <Checkbox
              checked={values.openEnrolment}
              onChange={(openEnrolment) => onChange({ openEnrolment })}
              description="批准后在公共首页的“找培训班”中可见；您在名册里确认或谢绝。"
            >
              接受学员自己报名
            </Checkbox>
          </div>
        </div>
      </Card>

      <Card title="怎么教、怎么考" className="xl:col-span-2">
        <div className="grid gap-4 lg:grid-cols-2">
          <Field
            label="培训计划"
            hint="提交前必填。写明各模块内容和课时，含职业道德、法律法规、安全与健康的通用素质课。"
            error={error("plan")}
          >
            <TextArea value={values.plan} onChange={(plan) => onChange({ plan })} rows={8} maxLength={20000} />
          </Field>
          <Field
            label="考核方案"
            hint="提交前必填。写明理论和实操怎么考、合格线和补考安排。"
            error={error("assessmentPlan")}
          >
            <TextArea
              value={values.assessmentPlan}
              onChange={(assessmentPlan) => onChange({ assessmentPlan })}
              rows={8}
              maxLength={5000}
            />
          </Field>
        </div>
      </Card>
    </div>
  );
}
