import type { AskingQuestion, Option } from "@jinengtong/policy";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { programmesOn } from "../../kernel/programmes.ts";
import { programmeAsked } from "../programme/policies.ts";
import { doorsOf } from "./doors.ts";
import { ListedTrade, listedTrades } from "./listed-trades.ts";

const Choice = z.strictObject({ id: z.string(), label: z.string(), hint: z.string().nullable(), ends: z.boolean() });

const QuestionShape = z.strictObject({
  id: z.string(),
  kind: z.enum(["one", "several", "trade", "level", "count"]),
  question: z.string(),
  hint: z.string().nullable(),
  only: z
    .strictObject({ question: z.string(), options: z.array(z.string()) })
    .nullable()
    .describe("只问在前面一题选了这些的人"),
  options: z.array(Choice),
  none: z.string().nullable().describe("一个都不选，怎么说"),
  courses: z.boolean().describe("也可以选创业课程"),
  unit: z.string().nullable(),
  usual: z.array(z.number().int()),
  most: z.number().int().nullable(),
});

const Shape = z.strictObject({
  policy: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
  doors: z.array(
    z.strictObject({
      id: z.string(),
      by: z.enum(["person", "enterprise"]),
      title: z.string(),
      about: z.string(),
      questions: z.array(QuestionShape),
    }),
  ),
  trades: z.array(ListedTrade),
});

/**
 * `GET /api/v1/policy/doors`: the ways in to “我能领什么” with their questions, and the trades of the published list with their sums. Public,
 * the same for everybody. Without a programme in force there are none.
 */
export const showDoors = operation({
  method: "GET",
  path: "/api/v1/policy/doors",
  summary: "“我能领什么”的问题和工种",
  permission: { public: true },
  carriedBy: { "/": "", "/benefits": "" },
  query: z.object({ policy: z.string().max(80).optional() }),
  output: Shape,
  async run({ services, db, today }, { query }) {
    if (query.policy === undefined && programmesOn(services.policies, today).length === 0)
      return { policy: null, doors: [], trades: [] };
    const policy = programmeAsked(services, query.policy, today);
    const doors = doorsOf(services, policy);
    return {
      policy: { id: policy.id, title: policy.title },
      doors: doors.map(({ id, by, title, about, questions }) => ({
        id,
        by,
        title,
        about,
        questions: questions.map(shown),
      })),
      trades: await listedTrades(db, policy, doors, today),
    };
  },
});

function shown(question: AskingQuestion): z.output<typeof QuestionShape> {
  const { id, kind, question: words, hint = null, only = null } = question;
  return {
    id,
    kind,
    question: words,
    hint,
    only,
    options: question.kind === "one" || question.kind === "several" ? question.options.map(choice) : [],
    none: question.kind === "several" ? question.none : null,
    courses: question.kind === "trade" && question.courses.length > 0,
    unit: question.kind === "count" ? question.unit : null,
    usual: question.kind === "count" ? question.usual : [],
    most: question.kind === "count" ? question.most : null,
  };
}

const choice = ({ id, label, hint, ends }: Option): z.output<typeof Choice> => ({
  id,
  label,
  hint: hint ?? null,
  ends: ends ?? false,
});
