import { townChoices } from "@jinengtong/county";
import { occupations } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { Card } from "../../../kit/Card.tsx";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { FormField, type Form } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { MoneyInput } from "../../../kit/MoneyInput.tsx";
import { levelChoices } from "../../../features/occupations/levels.ts";
import { usePolicy } from "../../../features/claims/use-policy.ts";
import { useProgrammes } from "../../../features/programmes/use-programmes.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { Select } from "../../../kit/Select.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { OrganisationPicker } from "../../../features/organisations/OrganisationPicker.tsx";
import { contentKinds, type PlanValues } from "./plan-values.ts";
import { ProjectField } from "./ProjectField.tsx";

/** The fields of a class plan in three sheets: what is taught, when and where, how it is taught and examined. */
export function PlanForm({ form }: { form: Form<PlanValues> }): ReactElement {
  const { values, set: onChange } = form;
  const { inForce, none } = useProgrammes(values.startsOn);
  const programme = inForce.find((one) => one.id === values.policyId) ?? inForce[0];
  const policy = usePolicy(programme === undefined ? undefined : `${programme.id}@${programme.shown}`);
  const termsOf = (benefit: string) => policy.claiming(benefit)?.class ?? undefined;
  const terms = termsOf(values.benefit);
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Card title="教什么、按哪项补贴">
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="name" label="班级名称" className="sm:col-span-2">
            <Input {...form.bind("name")} placeholder="如：养老护理员（五级）2026 年第 3 期" />
          </FormField>
          {none !== null && (
            <div className="sm:col-span-2">
              <Notice tone="turn" title="开班当日没有施行中的政策">
                {none}
              </Notice>
            </div>
          )}
          {(inForce.length > 1 || (values.policyId !== "" && programme?.id !== values.policyId)) && (
            <FormField
              name="policyId"
              required
              label="按哪项政策开班"
              hint="开班日期当日施行的政策"
              className="sm:col-span-2"
            >
              <Select
                value={programme?.id ?? ""}
                onChange={(policyId) => onChange({ policyId, benefit: "", course: "", projectId: "" })}
                choices={inForce.map((one) => ({ value: one.id, label: `${one.title}（第 ${one.shown} 版）` }))}
              />
            </FormField>
          )}
          <FormField name="benefit" label="补贴项目" className="sm:col-span-2">
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
          </FormField>
          <ProjectField values={values} needed={terms?.project === true} onChange={onChange} />
          <FormField name="occupation" label="职业（工种）">
            <Select
              {...form.bind("occupation")}
              placeholder="请选择"
              choices={occupations.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }))}
            />
          </FormField>
          <FormField name="level" label="等级">
            <Select {...form.bind("level")} choices={levelChoices} />
          </FormField>
          <FormField name="contentKind" label="内容类别">
            <Select
              value={values.contentKind}
              onChange={(kind) => kind !== "" && onChange({ contentKind: kind })}
              choices={contentKinds}
            />
          </FormField>
          {terms?.course === true && (
            <FormField name="course" required label="创业课程">
              <Select
                value={values.course}
                onChange={(course) => onChange({ course: course as PlanValues["course"] })}
                placeholder="请选择"
                choices={(policy.vocabulary?.courses ?? []).map(({ id, label }) => ({ value: id, label }))}
              />
            </FormField>
          )}
          {terms !== undefined && terms.enterprise !== "none" && (
            <FormField
              name="enterpriseId"
              label="合作企业"
              required={terms.enterprise === "required"}
              className="sm:col-span-2"
              group
            >
              <OrganisationPicker
                kind="enterprise"
                label="企业名称"
                name={values.enterpriseName}
                onChange={(enterpriseId, enterpriseName) => onChange({ enterpriseId, enterpriseName })}
              />
            </FormField>
          )}
        </div>
      </Card>

      <Card title="什么时候、在哪里">
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="startsOn" label="开班日期">
            <DateBox {...form.bind("startsOn")} />
          </FormField>
          <FormField name="endsOn" label="结束日期">
            <DateBox min={values.startsOn} {...form.bind("endsOn")} />
          </FormField>
          <FormField name="capacity" label="计划人数" hint="一般不超过 50 人">
            <Input inputMode="numeric" unit="人" {...form.digits("capacity")} />
          </FormField>
          <FormField name="requiredHours" label="计划课时" required={false} hint="不填按目录规定">
            <Input inputMode="numeric" unit="课时" {...form.digits("requiredHours")} />
          </FormField>
          <FormField name="town" label="镇街">
            <Select {...form.bind("town")} placeholder="请选择" choices={townChoices()} />
          </FormField>
          <FormField name="address" label="培训地址" required={false}>
            <Input {...form.bind("address")} />
          </FormField>
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

      <Card title="学员看了再决定的" className="xl:col-span-2">
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="priceFen" required label="每人收费" hint="提交前必填。含考核，还没有扣补贴；不收费的填 0。">
            <MoneyInput {...form.bind("priceFen")} />
          </FormField>
          <FormField
            name="phone"
            required
            label="给学员打的电话"
            hint="提交前必填。在班级页上公开，填有人接的座机或手机。"
          >
            <Input inputMode="tel" {...form.bind("phone")} />
          </FormField>
          <FormField
            name="bring"
            required
            label="学员要带什么"
            hint="提交前必填，如身份证、工作服、中饭怎么办；什么都不用带的也请写明。"
            className="sm:col-span-2"
          >
            <TextArea {...form.bind("bring")} rows={2} />
          </FormField>
        </div>
      </Card>

      <Card title="怎么教、怎么考" className="xl:col-span-2">
        <div className="grid gap-4 lg:grid-cols-2">
          <FormField
            name="plan"
            required
            label="培训计划"
            hint="提交前必填。写明各模块内容和课时，含职业道德、法律法规、安全与健康的通用素质课。"
          >
            <TextArea {...form.bind("plan")} rows={8} />
          </FormField>
          <FormField
            name="assessmentPlan"
            required
            label="考核方案"
            hint="提交前必填。写明理论和实操怎么考、合格线和补考安排。"
          >
            <TextArea {...form.bind("assessmentPlan")} rows={8} />
          </FormField>
        </div>
      </Card>
    </div>
  );
}
