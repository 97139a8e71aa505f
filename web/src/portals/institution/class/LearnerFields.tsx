import { townChoices } from "@jinengtong/county";
import type { Api } from "../../../api/api.ts";
import { groups } from "@jinengtong/standards";
import type { ReactElement } from "react";
import type { Input as ApiInput } from "../../../api/client.ts";
import type { ProblemError } from "../../../api/problem.ts";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";

export interface LearnerValues {
  name: string;
  citizenId: string;
  phone: string;
  town: string;
  groupCode: string;
}

export const emptyLearner: LearnerValues = { name: "", citizenId: "", phone: "", town: "", groupCode: "" };

type Body = ApiInput<Api["roster"]["add"]>["body"];

/** A learner as the server takes one; what was left empty is left out. */
export const learnerBody = (values: LearnerValues): Body => ({
  name: values.name,
  citizenId: values.citizenId,
  phone: values.phone === "" ? null : values.phone,
  ...(values.town === "" ? {} : { town: values.town }),
  groupCode: values.groupCode === "" ? null : (values.groupCode as NonNullable<Body["groupCode"]>),
});

interface LearnerFieldsProps {
  values: LearnerValues;
  onChange: (change: Partial<LearnerValues>) => void;
  problem: ProblemError | null;
  /** Pointer of the learner in the request. */
  at?: string;
}

/** A learner by name and identity number. Nothing of it is kept as a draft. */
export function LearnerFields({ values, onChange, problem, at = "" }: LearnerFieldsProps): ReactElement {
  const error = (field: keyof LearnerValues) => problem?.fieldError(`${at}/${field}`);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label="姓名" error={error("name")}>
        <Input value={values.name} onChange={(name) => onChange({ name })} autoComplete="off" />
      </Field>
      <Field label="身份证号" error={error("citizenId")}>
        <Input
          className="num"
          value={values.citizenId}
          onChange={(citizenId) => onChange({ citizenId })}
          maxLength={24}
          autoComplete="off"
        />
      </Field>
      <Field label="手机号" required={false} hint="发上课通知、登录用" error={error("phone")}>
        <Input
          className="num"
          inputMode="tel"
          value={values.phone}
          onChange={(phone) => onChange({ phone })}
          autoComplete="off"
        />
      </Field>
      <Field label="镇街" required={false} hint="不填按开班地" error={error("town")}>
        <Select
          value={values.town}
          onChange={(town) => onChange({ town })}
          placeholder="按开班地"
          choices={townChoices()}
        />
      </Field>
      <Field label="人员类别" required={false} error={error("groupCode")} className="sm:col-span-2">
        <Select
          value={values.groupCode}
          onChange={(groupCode) => onChange({ groupCode })}
          placeholder="不填"
          choices={groups.options.map((one) => ({ value: one.code, label: one.label }))}
        />
      </Field>
    </div>
  );
}
