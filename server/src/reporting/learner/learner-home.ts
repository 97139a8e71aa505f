import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Fen, Id, Instant } from "../../kernel/shapes.ts";
import { benefitLabel, stateLabel } from "../labels.ts";
import { learnerHours, type HourFacts } from "./learner-hours.ts";
import { LEARNER_HOME } from "./learner-home-sql.ts";
import { NextStep, nextSteps, type StepFacts } from "./next-steps.ts";
import { preparedPage } from "./prepared.ts";

export const HoursSoFar = z.object({
  offlineHours: z.number(),
  onlineHours: z.number(),
  countedHours: z.number(),
  requiredHours: z.number(),
  onlineLimit: z.number(),
});

const ClassCard = z
  .object({
    classId: Id,
    enrolmentId: Id,
    name: z.string(),
    institution: z.string(),
    startsOn: CivilDate,
    endsOn: CivilDate,
    state: z.string(),
    stateLabel: z.string(),
    enrolment: z.string(),
    enrolmentLabel: z.string(),
    lessons: z.number().int(),
    lessonsDone: z.number().int(),
  })
  .extend(HoursSoFar.shape);

const ClaimCard = z.object({
  id: Id,
  number: z.string(),
  benefit: z.string(),
  title: z.string(),
  madeBy: z.string().nullable().describe("由哪个单位申请；本人申请的为空"),
  amountFen: Fen.nullable(),
  state: z.string(),
  stateLabel: z.string(),
  appliedOn: CivilDate,
  publicisedFrom: CivilDate.nullable(),
  publicisedTo: CivilDate.nullable(),
  updatedAt: Instant,
});

type Card = Omit<z.output<typeof ClassCard>, keyof z.output<typeof HoursSoFar> | "stateLabel" | "enrolmentLabel">;
interface Facts {
  name: string;
  unread: number;
  classes: (Card & { hours: HourFacts } & StepFacts["classes"][number])[];
  claims: Omit<z.output<typeof ClaimCard>, "stateLabel" | "title">[];
  messages: StepFacts["messages"];
}

/** Learner's home: next steps, classes with hours, claims with states. One statement. */
export const learnerHome = operation({
  method: "GET",
  path: "/api/v1/me/home",
  summary: "我的首页",
  permission: { roles: ["learner"] },
  carriedBy: { "/": "", "/my": "" },
  output: z.object({
    name: z.string(),
    next: z.array(NextStep),
    classes: z.array(ClassCard),
    claims: z.array(ClaimCard),
    unread: z.number().int(),
  }),
  async run(context) {
    const facts = await preparedPage<Facts>(context, LEARNER_HOME, [context.actor.personId, context.now]);
    if (!facts) return { name: context.actor.name, next: [], classes: [], claims: [], unread: 0 };
    const claims = facts.claims.map((claim) => ({
      ...claim,
      title: benefitLabel(context.services.policies, claim.benefit),
      stateLabel: stateLabel("claim", claim.state),
    }));
    return {
      name: facts.name,
      next: nextSteps({ classes: facts.classes, claims, messages: facts.messages }, context.now),
      classes: facts.classes.map(({ hours, session: _session, lesson: _lesson, exam: _exam, ...card }) => ({
        ...card,
        ...learnerHours(hours),
        stateLabel: stateLabel("training-class", card.state),
        enrolmentLabel: stateLabel("enrolment", card.enrolment),
      })),
      claims,
      unread: facts.unread,
    };
  },
});
