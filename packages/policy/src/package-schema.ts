/** JSON Schemas of a policy package's files, assembled from the grammar. */
import { amountSchema, stepSchema } from "./amounts/steps.ts";
import { quantitySchema } from "./amounts/quantity.ts";
import { rateSchema } from "./amounts/rate.ts";
import { selectorSchema } from "./amounts/selector.ts";
import { LIMITS, PARAMETER_NAME } from "./case-schema.ts";
import { DATE_FACTS } from "./facts.ts";
import type { JsonSchema } from "./json-schema.ts";
import { yearsSchema } from "./mechanisms/age.ts";
import { testSchema } from "./mechanisms/index.ts";
import { benefitIdSchema, rule, slugSchema, someOf } from "./mechanisms/shape.ts";

const text: JsonSchema = { type: "string", minLength: 1, maxLength: 2000 };
const date: JsonSchema = { type: "string", format: "date" };
const slug = slugSchema;
const FACT_PATH = "^(/[A-Za-z0-9.]+)+$";
const clauseId: JsonSchema = { $ref: "#/$defs/clauseId" };
const benefitId = benefitIdSchema;
const texts: JsonSchema = { type: "array", items: text };
const slugs: JsonSchema = { type: "array", items: slug, uniqueItems: true };

const object = (properties: Record<string, JsonSchema>, optional: string[] = [], description = ""): JsonSchema => {
  const schema: JsonSchema = {
    type: "object",
    required: Object.keys(properties).filter((key) => !optional.includes(key)),
    additionalProperties: false,
    properties,
  };
  if (description !== "") schema.description = description;
  return schema;
};

export const packageDefinitions: Record<string, JsonSchema> = {
  clauseId: {
    type: "string",
    description: "条款的编号，照文件的写法：四.2、(六)、第五条、三(二)1",
    maxLength: 40,
    pattern: "^\\S+$",
  },
  parameterName: {
    type: "string",
    pattern: PARAMETER_NAME,
    description: "两段以上、用点分开的英文名，如 training.perDayFen",
  },
  parameterBound: rule("parameter", "参数的值作为界限。", { name: { $ref: "#/$defs/parameterName" } }),
  choice: {
    anyOf: [
      { type: "string", minLength: 1, maxLength: 40 },
      { type: "integer", minimum: 0, maximum: 100 },
      { type: "boolean" },
    ],
  },
  test: testSchema,
  quantity: quantitySchema,
  selector: selectorSchema,
  rate: rateSchema,
  years: yearsSchema,
  step: stepSchema,
  amount: amountSchema,
};

export const manifestSchema: JsonSchema = object(
  {
    id: slug,
    version: {
      type: "string",
      pattern: "^[0-9]+\\.[0-9]+\\.[0-9]+$",
      description: "三段数字的版本号，如 2.1.0",
    },
    title: text,
    issuedBy: text,
    documentNumber: text,
    effective: object({ from: date, to: date }, ["to"]),
    parametersBy: { enum: Object.keys(DATE_FACTS) },
    lawBy: { enum: Object.keys(DATE_FACTS) },
    transition: { enum: ["keep", "redecide"] },
    contract: { enum: [1, 2, 3] },
    notes: texts,
    benefits: someOf(benefitId),
  },
  ["lawBy", "transition", "contract"],
  "政策包的名称、版本、施行期间和补贴。",
);

export const clauseSchema: JsonSchema = object(
  {
    id: clauseId,
    title: text,
    summary: text,
    concerns: texts,
    benefits: { type: "array", items: benefitId, uniqueItems: true },
    features: texts,
  },
  [],
  "一条条款：用自己的话概括。",
);

const parameterValue: JsonSchema = {
  anyOf: [
    { type: "number", minimum: 0, maximum: LIMITS.parameterMoney },
    { type: "string", minLength: 1, maxLength: 40 },
  ],
};

export const parameterSchema: JsonSchema = object(
  {
    name: { $ref: "#/$defs/parameterName" },
    label: text,
    clause: clauseId,
    type: {
      oneOf: [
        rule("money", "金额（分）。", {}),
        rule("ratio", "比例，0 到 1。", {}),
        rule("percent", "百分数，整数 0 到 1000：130 即 130%。", {}),
        rule("count", "次数或月数。", {}),
        rule("day", "日期。", {}),
        rule("choice", "读法的选择。", {
          options: { type: "array", minItems: 2, items: object({ value: slug, label: text }) },
        }),
      ],
    },
    supplied: { enum: ["package", "place", "optional"] },
    description: text,
    by: { enum: Object.keys(DATE_FACTS), description: "选取分期值所看的日期；不写的，从政策包" },
    values: {
      type: "array",
      items: object({ from: date, to: date, value: parameterValue, source: text }, ["from", "to"]),
    },
  },
  ["by"],
  "一个参数及其分期的值和出处。",
);

export const interpretationSchema: JsonSchema = object(
  {
    id: slug,
    clause: clauseId,
    question: text,
    readings: { type: "array", minItems: 2, items: object({ id: slug, text }) },
    chosen: slug,
    reason: text,
    parameter: { $ref: "#/$defs/parameterName" },
    proposedBy: text,
    decidedBy: text,
    since: date,
  },
  ["parameter", "proposedBy", "decidedBy", "since"],
  "条款的一处不同读法、所取读法和理由。",
);

export const benefitSchema: JsonSchema = object(
  {
    id: benefitId,
    clause: clauseId,
    title: text,
    audience: text,
    summary: text,
    interpretations: slugs,
    tests: {
      type: "array",
      minItems: 1,
      items: object(
        { id: slug, clause: clauseId, title: text, interpretations: slugs, rule: { $ref: "#/$defs/test" } },
        ["interpretations"],
      ),
    },
    amount: { $ref: "#/$defs/amount" },
  },
  ["interpretations"],
  "一项补贴：条件和金额。",
);

const names: JsonSchema = {
  type: "object",
  propertyNames: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" },
  additionalProperties: { type: "string", minLength: 1, maxLength: 80 },
};

export const vocabularySchema: JsonSchema = object(
  { groups: names, courses: names, grants: names },
  ["groups", "courses", "grants"],
  "政策包自己的人员类别、课程和别处的补贴：编号和名称。",
);

export const listsSchema: JsonSchema = {
  type: "object",
  description: "几项补贴共用的名单，按名称。",
  propertyNames: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" },
  additionalProperties: someOf({ anyOf: [slug, { type: "integer", minimum: 0, maximum: 100 }] }),
};

/** The schema of the rules of a package, as one document. */
export const packageJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://jinengtong.example/schema/package.schema.json",
  title: "政策包",
  description: "一个政策的全部规则，都是数据。",
  $defs: packageDefinitions,
  type: "object",
  required: ["manifest", "clauses", "parameters", "interpretations", "benefits"],
  additionalProperties: false,
  properties: {
    manifest: manifestSchema,
    vocabulary: vocabularySchema,
    lists: listsSchema,
    clauses: { type: "array", items: clauseSchema },
    parameters: { type: "array", items: parameterSchema },
    interpretations: { type: "array", items: interpretationSchema },
    benefits: { type: "array", items: benefitSchema, minItems: 1 },
  },
};

/** The schema of a file of worked cases; the facts in it are checked as cases when they run. */
export const workedCasesJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://jinengtong.example/schema/worked-cases.schema.json",
  title: "算例",
  description: "一项补贴的算例：以基础事实为准，逐例改变若干事实，并写明应有的决定。",
  type: "object",
  required: ["benefit", "base", "cases"],
  additionalProperties: false,
  properties: {
    benefit: benefitId,
    base: { type: "object", description: "基础事实：案例去掉 id 和 benefit。", additionalProperties: anyValue() },
    cases: {
      type: "array",
      minItems: 1,
      items: object(
        {
          name: text,
          set: {
            type: "object",
            description: "JSON 指针到新值。",
            propertyNames: { pattern: FACT_PATH },
            additionalProperties: anyValue(),
          },
          drop: {
            type: "array",
            items: { type: "string", pattern: FACT_PATH, description: "事实的位置，如 /person/sex" },
          },
          expect: object(
            {
              outcome: { enum: ["granted", "refused", "incomplete"] },
              amountFen: { type: "integer", minimum: 0 },
              recoverFen: { type: "integer", minimum: 0 },
              failed: slugs,
              unknown: slugs,
              missing: texts,
            },
            ["amountFen", "recoverFen", "failed", "unknown", "missing"],
          ),
        },
        ["set", "drop"],
      ),
    },
  },
};

/** Any JSON value, one level: facts are checked as cases, not here. */
function anyValue(): JsonSchema {
  return {
    anyOf: [
      { type: "object", additionalProperties: { $ref: "#/$defs/any" } },
      { type: "array", items: { $ref: "#/$defs/any" } },
      { type: "string" },
      { type: "number" },
      { type: "boolean" },
      { type: "null" },
    ],
  };
}

workedCasesJsonSchema.$defs = { any: anyValue() };
