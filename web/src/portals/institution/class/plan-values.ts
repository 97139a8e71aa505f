import type { Api } from "../../../api/api.ts";
import type { Input } from "../../../api/client.ts";
import { today, daysAfter } from "../../../kit/today.ts";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

type Body = Input<Api["classes"]["draft"]>["body"];

/** The plan as form values: all strings, as typed. */
export interface PlanValues {
  name: string;
  /** Empty: the programme in force on the first day. */
  policyId: string;
  benefit: string;
  occupation: string;
  level: string;
  contentKind: Body["contentKind"];
  course: NonNullable<Body["course"]> | "";
  enterpriseId: string;
  enterpriseName: string;
  projectId: string;
  town: string;
  address: string;
  startsOn: string;
  endsOn: string;
  capacity: string;
  requiredHours: string;
  plan: string;
  assessmentPlan: string;
  openEnrolment: boolean;
  priceFen: number | null;
  phone: string;
  bring: string;
}

export const emptyPlan = (): PlanValues => ({
  name: "",
  policyId: "",
  benefit: "",
  occupation: "",
  level: "5",
  contentKind: "occupation",
  course: "",
  enterpriseId: "",
  enterpriseName: "",
  projectId: "",
  town: "",
  address: "",
  startsOn: daysAfter(today(), 14),
  endsOn: "",
  capacity: "30",
  requiredHours: "",
  plan: "",
  assessmentPlan: "",
  openEnrolment: true,
  priceFen: null,
  phone: "",
  bring: "",
});

export const planOf = (training: TrainingClass): PlanValues => ({
  name: training.name,
  policyId: training.policyId,
  benefit: training.benefit,
  occupation: training.occupation,
  level: String(training.level),
  contentKind: training.contentKind,
  course: training.course ?? "",
  enterpriseId: training.enterpriseId ?? "",
  enterpriseName: training.enterpriseName ?? "",
  projectId: training.projectId ?? "",
  town: training.town,
  address: training.address,
  startsOn: training.startsOn,
  endsOn: training.endsOn,
  capacity: String(training.capacity),
  requiredHours: String(training.requiredHours),
  plan: training.plan,
  assessmentPlan: training.assessmentPlan,
  openEnrolment: training.openEnrolment,
  priceFen: training.priceFen,
  phone: training.phone ?? "",
  bring: training.bring,
});

/** The plan for the server; missing fields are refused at the field. */
export function planBody(values: PlanValues): Body {
  const { enterpriseName: _shown, policyId, ...rest } = values;
  return {
    ...rest,
    ...(policyId === "" ? {} : { policyId }),
    level: Number(values.level),
    course: values.course === "" ? null : values.course,
    enterpriseId: values.enterpriseId === "" ? null : values.enterpriseId,
    projectId: values.projectId === "" ? null : values.projectId,
    capacity: Number(values.capacity),
    phone: values.phone === "" ? null : values.phone,
    ...(values.requiredHours === "" ? { requiredHours: undefined } : { requiredHours: Number(values.requiredHours) }),
  };
}

export const contentKinds = [
  { value: "occupation", label: "职业技能" },
  { value: "general-quality", label: "通用职业素质" },
  { value: "new-industry", label: "新兴产业技能" },
  { value: "entrepreneurship", label: "创业能力" },
  { value: "new-occupation", label: "新职业" },
] as const;
