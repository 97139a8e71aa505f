import { townChoices } from "@jinengtong/county";
import type { Api } from "../../../api/api.ts";
import { groups } from "@jinengtong/standards";
import type { ReactElement } from "react";
import type { Input as ApiInput } from "../../../api/client.ts";
import { FormField } from "../../../kit/form.tsx";
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
  /** Prefix of the learner's pointers in the request: empty, or `learner/`. */
  at?: string;
}

/** A learner by name and identity number. Nothing of it is kept as a draft. */
export function LearnerFields({ values, onChange, at = "" }: LearnerFieldsProps): ReactElement {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <FormField name={`${at}name`} label="姓名">
        <Input value={values.name} onChange={(name) => onChange({ name })} autoComplete="off" />
      </FormField>
      <FormField name={`${at}citizenId`} label="身份证号">
        <Input
          className="num"
          value={values.citizenId}
          onChange={(citizenId) => onChange({ citizenId })}
          autoComplete="off"
        />
      </FormField>
      <FormField name={`${at}phone`} label="手机号" hint="发上课通知、登录用">
        <Input
          className="num"
          inputMode="tel"
          value={values.phone}
          onChange={(phone) => onChange({ phone })}
          autoComplete="off"
        />
      </FormField>
      <FormField name={`${at}town`} label="镇街" hint="不填按开班地">
        <Select
          value={values.town}
          onChange={(town) => onChange({ town })}
          placeholder="按开班地"
          choices={townChoices()}
        />
      </FormField>
      <FormField name={`${at}groupCode`} label="人员类别" className="sm:col-span-2">
        <Select
          value={values.groupCode}
          onChange={(groupCode) => onChange({ groupCode })}
          placeholder="不填"
          choices={groups.options.map((one) => ({ value: one.code, label: one.label }))}
        />
      </FormField>
    </div>
  );
}
