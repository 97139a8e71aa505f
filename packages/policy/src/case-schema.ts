/**
 * The case of the adjudication contract as JSON Schema: the one place that says what a case may hold. The
 * validator is compiled from it and the published file and its documentation are written from it.
 */
import type { JsonSchema } from "./json-schema.ts";
import { WITHOUT_NUL } from "./json-schema.ts";
import { benefitIdSchema } from "./mechanisms/shape.ts";
import {
  CERTIFICATE_KINDS,
  COURSES,
  DEGREES,
  GROUPS,
  HISTORY_BENEFITS,
  idsOf,
  INSTITUTION_KINDS,
  SEXES,
  STAGES,
} from "./vocabulary.ts";

/** Upper bounds keep every product of the amount steps an exact integer, and every case in bounded memory. */
export const LIMITS = {
  money: 1_000_000_000_000,
  parameterMoney: 1_000_000_000,
  people: 1_000_000,
  months: 12_000,
  groups: 100,
  periods: 1000,
  history: 5000,
  attendedDays: 4000,
} as const;

export const PARAMETER_NAME = "^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+$";

const date = (description: string): JsonSchema => ({ type: "string", format: "date", description });
const flag = (description: string): JsonSchema => ({ type: "boolean", description });
const text = (description: string): JsonSchema => ({
  type: "string",
  minLength: 1,
  maxLength: 200,
  pattern: WITHOUT_NUL,
  description,
});
const money = (description: string): JsonSchema => ({
  type: "integer",
  minimum: 0,
  maximum: LIMITS.money,
  description: `${description}（分）`,
});
const people = (description: string): JsonSchema => ({
  type: "integer",
  minimum: 0,
  maximum: LIMITS.people,
  description,
});
const months = (description: string): JsonSchema => ({
  type: "integer",
  minimum: 0,
  maximum: LIMITS.months,
  description,
});
const hours = (description: string): JsonSchema => ({
  type: "number",
  minimum: 0,
  maximum: 1_000_000,
  description: `${description}（课时，每课时 45 分钟）`,
});
const code = (list: object, description: string): JsonSchema => ({ enum: idsOf(list), description });
const level = (description: string): JsonSchema => ({ type: "integer", minimum: 1, maximum: 5, description });
const block = (description: string, properties: Record<string, JsonSchema>): JsonSchema => ({
  type: "object",
  description,
  additionalProperties: false,
  properties,
});
const list = (items: JsonSchema, maxItems: number, description: string): JsonSchema => ({
  type: "array",
  items,
  maxItems,
  description,
});
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: "null" }] });

/** `null` means that the case has none, and that is known. */
const orNone = (schema: JsonSchema): JsonSchema =>
  schema.enum === undefined
    ? orNull(schema)
    : { enum: [...schema.enum, null], description: `${schema.description ?? ""}；null 表示没有` };

const person: Record<string, JsonSchema> = {
  birthDate: date("出生日期"),
  sex: code(SEXES, "性别：F 女，M 男"),
  groups: list(code(GROUPS, "人员类别"), LIMITS.groups, "人员类别；给出即为完整，空数组表示不属任何一类"),
  trainingNeed: flag("确有培训需求"),
  monthlyPension: flag("具有按月领取养老金资格"),
  unemploymentBenefit: list(
    block("一段期间，首尾两日都算。", { from: date("第一天"), to: date("最后一天") }),
    LIMITS.periods,
    "领取失业保险金的期间；空数组表示没有领取",
  ),
  inPlaceOf: block("代替亲属参加培训；不给出表示为本人培训。", {
    relation: text("申请人与该人员的关系：spouse、parent、child，其他关系不属直系亲属"),
    groups: list(code(GROUPS, "人员类别"), LIMITS.groups, "该人员的类别"),
  }),
};

const training: Record<string, JsonSchema> = {
  from: date("培训第一天"),
  to: date("培训最后一天"),
  institution: block("培训实施单位。", {
    kind: code(INSTITUTION_KINDS, "单位种类"),
    local: flag("本市机构"),
    admitted: flag("已列入培训机构目录"),
  }),
  requiredHours: hours("规定课时"),
  offlineHours: hours("线下完成课时"),
  onlineHours: hours("线上完成课时"),
  inCatalogue: flag("职业（工种）在补贴目录内"),
  actualCostFen: money("实际培训成本"),
  assessmentFeeFen: money("考核费"),
  classSize: people("班级人数"),
  finishers: people("结业人数"),
  costPerHeadFen: money("人均培训费用"),
  course: code(COURSES, "创业培训课程"),
};

const certificate: Record<string, JsonSchema> = {
  kind: code(CERTIFICATE_KINDS, "证书种类"),
  occupation: text("职业（工种）编码"),
  level: level("等级：5 初级，4 中级，3 高级，2 技师，1 高级技师"),
  issuedOn: date("发证日期"),
};

const historyEntry: Record<string, JsonSchema> = {
  benefit: {
    ...benefitIdSchema,
    description: "补贴种类；provincial-shortage 为省高技能人才紧缺型职业（工种）培训补贴",
  },
  occupation: orNull(text("职业（工种）编码")),
  level: orNull(level("等级")),
  on: date("享受日期"),
  employer: orNull(text("用人单位")),
  months: months("享受月数（以工代训）"),
};

const workForTraining: Record<string, JsonSchema> = { months: months("申请月数") };

/** Additions and stricter bounds of the second part of the contract; a package of the first part knows none of it. */
const SECOND = {
  person: {
    ...person,
    priorDegree: orNone(code(DEGREES, "取得本学历以前的最高学历")),
  },
  training: {
    ...training,
    requiredHours: { ...hours("规定课时"), minimum: 1 },
    attendedDays: {
      ...list(
        date("出勤的一日"),
        LIMITS.attendedDays,
        "出勤日：当日课时至少出勤一半，或依当地规定；空数组表示没有出勤",
      ),
      uniqueItems: true,
    },
  },
  certificate: {
    ...certificate,
    occupation: { ...orNull(text("职业（工种）编码")), description: "职业（工种）编码；null 表示证书不分职业" },
    level: {
      ...orNull(level("等级")),
      description: "等级：5 初级，4 中级，3 高级，2 技师，1 高级技师；null 表示证书不分等级",
    },
  },
  workForTraining,
  historyEntry: { ...historyEntry, from: date("所计日子的第一天"), to: date("所计日子的最后一天") },
};

type Blocks = Record<
  "person" | "training" | "certificate" | "historyEntry" | "workForTraining",
  Record<string, JsonSchema>
>;

/** Which part of the adjudication contract the cases of a package follow. */
export type CaseContract = 1 | 2 | 3;

/** Additions of the third part: programmes of other places count days, look at the filing of a class, or at the course of a grant. */
const THIRD: Blocks = {
  ...SECOND,
  training: { ...SECOND.training, filedOn: date("开班备案日期") },
  historyEntry: { ...SECOND.historyEntry, course: orNone(code(COURSES, "创业培训课程")) },
  workForTraining: {
    ...workForTraining,
    days: { type: "integer", minimum: 0, maximum: 366_000, description: "申请日数" },
  },
};

const BLOCKS: Record<CaseContract, Blocks> = {
  1: { person, training, certificate, historyEntry, workForTraining },
  2: SECOND,
  3: THIRD,
};

/** Properties of a case, in the contract's order. */
const propertiesOf = (blocks: Blocks): Record<string, JsonSchema> => ({
  id: text("案例编号，原样带回"),
  benefit: { ...benefitIdSchema, description: "所申请的补贴" },
  appliedOn: date("申请日期"),
  stage: code(STAGES, "申请阶段，只用于分阶段的补贴：advance 预拨，settlement 结算"),
  person: block("申请人。", blocks.person),
  employment: block("就业情况。", {
    employer: text("用人单位（统一社会信用代码）"),
    employed: flag("在职"),
    local: flag("在本市企业就业"),
    hiredOn: date("办理录用手续之日"),
    contractMonths: months("劳动合同月数"),
  }),
  insurance: block("社会保险。", {
    unemploymentMonths: months("失业保险累计缴费月数"),
    pensionMonths: months("企业职工养老保险缴费月数"),
    pensionPaidNow: flag("目前缴纳企业职工养老保险"),
  }),
  training: block("所参加或举办的培训。", blocks.training),
  certificate: block("取得的证书。", blocks.certificate),
  degree: block("取得的学历。", { level: code(DEGREES, "学历层次"), obtainedOn: date("取得日期") }),
  apprenticeship: block("新型学徒培养。", {
    targetLevel: level("目标等级"),
    years: { type: "integer", minimum: 0, maximum: 20, description: "培养年限" },
    planned: people("计划培养人数"),
    finishers: people("达标人数"),
    advancePaidFen: money("已预拨金额"),
  }),
  project: block("项目制培训。", {
    contractFen: money("合同金额"),
    acceptedFen: money("验收金额"),
    advancePaidFen: money("已预拨金额"),
  }),
  workForTraining: block("以工代训。", blocks.workForTraining),
  standard: block("按职业、等级和日期查得的补贴标准。", {
    trainingFen: money("培训补贴标准"),
    assessmentFen: money("鉴定补贴标准"),
    shortage: flag("属当年市场紧缺职业（工种）"),
  }),
  history: list(
    block("以前享受的一项补贴。null 表示该项没有，不给出表示不知道。", blocks.historyEntry),
    LIMITS.history,
    "以前享受的补贴；空数组表示没有，不给出表示不知道",
  ),
});

const parameters: JsonSchema = {
  type: "object",
  description: "本地参数，优先于政策包中的值，并在决定中列出。",
  propertyNames: { pattern: PARAMETER_NAME },
  additionalProperties: {
    anyOf: [
      { type: "number", minimum: 0, maximum: LIMITS.parameterMoney },
      { type: "string", minLength: 1, maxLength: 40 },
    ],
  },
};

function schemaWith(blocks: Blocks, own: (blocks: Blocks) => Record<string, JsonSchema>): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://jinengtong.example/schema/case.schema.json",
    title: "案例",
    description: "裁定的输入：关于一项申请的已知事实。金额为整数分，日期为 YYYY-MM-DD；没有给出的事实视为未知。",
    type: "object",
    required: ["id", "benefit", "appliedOn"],
    additionalProperties: false,
    properties: { ...propertiesOf(blocks), ...own(blocks) },
  };
}

/** Ids that a package names beside those of the contract. */
interface Vocabulary {
  groups?: Record<string, string>;
  courses?: Record<string, string>;
}

type Property = (schema: JsonSchema) => JsonSchema;

/** The blocks with groups and courses changed wherever they stand. */
function changed(blocks: Blocks, groups: Property, courses: Property): Blocks {
  const listOfGroups = (of: JsonSchema = {}): JsonSchema => ({ ...of, items: groups(of.items ?? {}) });
  const course = (of: Record<string, JsonSchema>): Record<string, JsonSchema> =>
    of["course"] === undefined ? of : { ...of, course: courses(of["course"]) };
  const inPlaceOf = blocks.person["inPlaceOf"] ?? {};
  return {
    ...blocks,
    person: {
      ...blocks.person,
      groups: listOfGroups(blocks.person["groups"]),
      inPlaceOf: {
        ...inPlaceOf,
        properties: { ...inPlaceOf.properties, groups: listOfGroups(inPlaceOf.properties?.["groups"]) },
      },
    },
    training: course(blocks.training),
    historyEntry: course(blocks.historyEntry),
  };
}

/** A code of the contract or of the package. */
const orOf =
  (own: object): Property =>
  (schema) => ({ ...schema, enum: [...new Set([...(schema.enum ?? []), ...Object.keys(own)])] });

function withWords(blocks: Blocks, { groups = {}, courses = {} }: Vocabulary): Blocks {
  return changed(blocks, orOf(groups), orOf(courses));
}

const anyCode: Property = ({ enum: codes = [], description = "" }) => ({
  ...(codes.includes(null) ? orNull(benefitIdSchema) : benefitIdSchema),
  description,
});

/** A programme that nobody knows yet may have any group and course. */
function ofAnyProgramme(blocks: Blocks): Blocks {
  return changed(blocks, anyCode, anyCode);
}

/** The case schema of the whole contract, for any programme. */
export const caseJsonSchema: JsonSchema = schemaWith(ofAnyProgramme(BLOCKS[3]), () => ({ parameters }));

/** The benefits that a history under a programme may name: the contract's, and the programme's own. */
export function historyBenefitsOf(benefits: readonly string[]): string[] {
  return [...new Set<string>([...idsOf(HISTORY_BENEFITS), ...benefits])];
}

/** The case schema of one programme: its benefits, the histories it knows, and its declared parameters only. */
export function caseSchemaOf(
  contract: CaseContract,
  benefits: readonly string[],
  grants: readonly string[],
  declared: Record<string, JsonSchema>,
  vocabulary: Vocabulary = {},
): JsonSchema {
  const benefit: JsonSchema = { enum: historyBenefitsOf([...benefits, ...grants]), description: "补贴种类" };
  return schemaWith(withWords(BLOCKS[contract], vocabulary), (blocks) => ({
    benefit: { enum: [...benefits], description: "所申请的补贴" },
    history: list(block("以前享受的一项补贴。", { ...blocks.historyEntry, benefit }), LIMITS.history, "以前享受的补贴"),
    parameters: {
      type: "object",
      description: parameters.description ?? "",
      additionalProperties: false,
      properties: declared,
    },
  }));
}
