/**
 * Questions that lead people to an amount: a few questions in their own words, each answer with the facts that it stands for, and
 * what is supposed of a future that nobody knows yet. It decides nothing, so it stands beside the rules and is no part of their digest.
 */
import type { Claimant } from "./claiming.ts";
import { CLAIMANTS } from "./claiming.ts";
import type { JsonSchema } from "./json-schema.ts";
import { compileSchema } from "./json-schema.ts";
import { rule, slugSchema, someOf } from "./mechanisms/shape.ts";
import { CERTIFICATE_KINDS, idsOf, type CertificateKind } from "./vocabulary.ts";

/** Values that are known only where it is asked: of the day, of the chosen trade, of the number said. */
export const KNOWN = {
  $day: "今天",
  $end: "从今天学起、学完规定课时的那一天",
  $days: "从今天学起的上课日",
  $hours: "所选职业等级的规定课时",
  $level: "所选等级",
  $count: "填写的数目",
} as const;

/** A value of a fact: as a case holds it, one of `KNOWN`, or the day so many months ago. */
export type AskedValue = unknown;
/** Facts by their pointer in a case. */
export type AskedFacts = Readonly<Record<string, AskedValue>>;

export interface Option {
  id: string;
  label: string;
  hint?: string;
  facts: AskedFacts;
  /** Said with the answer: taken to be so, since the person can't know or needn't look it up. */
  suppose?: string;
  /** Why nothing is paid to people who answer so, where nothing is; and what they can do instead. */
  no?: { because: string; instead: string };
  /** How somebody who didn't choose it comes to it, where that is in their hands. */
  way?: string;
  /** Nothing more needs to be asked. */
  ends?: boolean;
}

interface Asked {
  id: string;
  question: string;
  hint?: string;
  /** Asked only of those who chose one of these options of an earlier question. */
  only?: { question: string; options: string[] };
}

export type AskingQuestion = Asked &
  (
    | { kind: "one"; options: Option[] }
    /** Any number of them; `none` is the word for no one. */
    | { kind: "several"; none: string; options: Option[] }
    /** From the published list, or a course of the programme's own. */
    | { kind: "trade"; courses: string[] }
    | { kind: "level" }
    | { kind: "count"; facts: AskedFacts; unit: string; usual: number[]; most: number; heads: boolean }
  );

/** One way in, for one kind of claimant. */
export interface Door {
  id: string;
  by: Exclude<Claimant, "institution">;
  title: string;
  about: string;
  questions: AskingQuestion[];
  /** Facts that are supposed of everybody who comes in here; an answer says otherwise where it names the same fact. */
  suppose: { text?: string; facts: AskedFacts }[];
  /** Certificates that a trade may end with: with a level, and without. Unless an answer says which. */
  certificates: { levelled: CertificateKind[]; unlevelled: CertificateKind[] };
  /** Hours of 45 minutes that are taught in a day, for the days of a course. */
  dayHours: number;
}

const text: JsonSchema = { type: "string", minLength: 1, maxLength: 200 };
const facts: JsonSchema = {
  type: "object",
  description: "案例里的事实（JSON 指针）和它的值；$ 开头的是问的时候才知道的",
  propertyNames: { pattern: "^/[A-Za-z0-9/]+$" },
  additionalProperties: {
    anyOf: [
      { type: "string", maxLength: 80 },
      { type: "integer", minimum: 0 },
      { type: "boolean" },
      { type: "array", items: { type: "string", maxLength: 80 }, maxItems: 20 },
      {
        type: "object",
        description: "这么多个月以前的那一天",
        required: ["monthsAgo"],
        additionalProperties: false,
        properties: { monthsAgo: { type: "integer", minimum: 0, maximum: 1200 } },
      },
    ],
  },
};
const option: JsonSchema = {
  type: "object",
  required: ["id", "label", "facts"],
  additionalProperties: false,
  properties: {
    id: slugSchema,
    label: text,
    hint: text,
    facts,
    suppose: text,
    no: {
      type: "object",
      required: ["because", "instead"],
      additionalProperties: false,
      properties: { because: text, instead: text },
    },
    way: text,
    ends: { type: "boolean" },
  },
};
const options: JsonSchema = { type: "array", items: option, minItems: 2, maxItems: 12 };
const question = (kind: string, description: string, more: Record<string, JsonSchema> = {}): JsonSchema =>
  rule(
    kind,
    description,
    {
      id: slugSchema,
      question: text,
      hint: text,
      only: {
        type: "object",
        required: ["question", "options"],
        additionalProperties: false,
        properties: { question: slugSchema, options: someOf(slugSchema) },
      },
      ...more,
    },
    ["hint", "only"],
  );
const kinds = someOf({ enum: idsOf(CERTIFICATE_KINDS) });

/** The schema of `asking.json`. */
export const askingJsonSchema: JsonSchema = {
  title: "怎么问",
  description: "“我能领什么”的几个入口：问什么、答案是哪些事实、假定什么。不影响裁定，不计入摘要。",
  type: "object",
  required: ["doors"],
  additionalProperties: false,
  properties: {
    doors: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["id", "by", "title", "about", "questions", "suppose", "certificates", "dayHours"],
        additionalProperties: false,
        properties: {
          id: slugSchema,
          by: { enum: idsOf(CLAIMANTS) },
          title: text,
          about: text,
          dayHours: { type: "integer", minimum: 1, maximum: 12 },
          certificates: {
            type: "object",
            required: ["levelled", "unlevelled"],
            additionalProperties: false,
            properties: { levelled: kinds, unlevelled: kinds },
          },
          suppose: {
            type: "array",
            items: {
              type: "object",
              required: ["facts"],
              additionalProperties: false,
              properties: { text, facts },
            },
          },
          questions: {
            type: "array",
            minItems: 1,
            // More would be a form.
            maxItems: 6,
            items: {
              oneOf: [
                question("one", "选一个。", { options }),
                question("several", "可以选几个。", { options, none: text }),
                question("trade", "从补贴目录里选。", { courses: { type: "array", items: slugSchema } }),
                question("level", "选等级。"),
                question("count", "填数目。", {
                  facts,
                  unit: text,
                  usual: { type: "array", items: { type: "integer", minimum: 1 }, minItems: 1, maxItems: 6 },
                  most: { type: "integer", minimum: 1, maximum: 100_000 },
                  heads: { type: "boolean", description: "按人发的补贴乘以它" },
                }),
              ],
            },
          },
        },
      },
    },
  },
};

const check = compileSchema(askingJsonSchema);

/** The doors that a document declares. Refuses (throws) what doesn't fit the schema, with the place. */
export function doorsOf(document: unknown): Door[] {
  const problem = check(document);
  if (problem !== null) throw new Error(`asking.json${problem.path}：${problem.message}`);
  // The schema has just said that the document is one.
  return (document as { doors: Door[] }).doors;
}
