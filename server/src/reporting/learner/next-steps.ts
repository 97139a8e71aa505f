import { todayInShanghai } from "@jinengtong/standards";
import { z } from "zod";
import { CivilDate, Fen, Id, Instant } from "../../kernel/shapes.ts";

/** One next step or piece of news for the learner. */
export const NextStep = z.object({
  kind: z.enum(["sign-in", "session", "lesson", "claim", "exam", "waiting", "message"]),
  /** True for an action, false for information. */
  mine: z.boolean(),
  title: z.string(),
  detail: z.string(),
  amountFen: Fen.nullable().describe("这一步关系到的补贴"),
  classId: Id.nullable(),
  sessionId: Id.nullable(),
  enrolmentId: Id.nullable(),
  lessonId: Id.nullable(),
  claimId: Id.nullable(),
  at: Instant.nullable(),
  on: CivilDate.nullable(),
});
export type NextStep = z.output<typeof NextStep>;

export interface StepFacts {
  classes: {
    classId: string;
    enrolmentId: string;
    name: string;
    enrolment: string;
    startsOn: string;
    session: {
      id: string;
      startsAt: string;
      endsAt: string;
      topic: string;
      room: string;
      address: string;
      marked: boolean;
    } | null;
    lesson: { id: string; title: string; kind: string } | null;
    exam: { heldOn: string; kind: string } | null;
  }[];
  claims: {
    id: string;
    number: string;
    title: string;
    madeBy: string | null;
    state: string;
    amountFen: number | null;
  }[];
  messages: { title: string; at: string }[];
}

/** Sign-in opens half an hour before a session. */
const OPENS_BEFORE_MS = 30 * 60_000;
const RANK: Record<NextStep["kind"], number> = {
  "sign-in": 0,
  session: 1,
  lesson: 2,
  claim: 3,
  exam: 4,
  waiting: 5,
  message: 6,
};
const nowhere = {
  amountFen: null,
  classId: null,
  sessionId: null,
  enrolmentId: null,
  lessonId: null,
  claimId: null,
  at: null,
  on: null,
} as const;

/** Next steps, most important first: the open room, today's session, a lesson, a claim, an exam, news. */
export function nextSteps(facts: StepFacts, now: Date): NextStep[] {
  const today = todayInShanghai(now);
  const steps: NextStep[] = [];
  for (const { session, lesson, exam, ...where } of facts.classes) {
    const at = { ...nowhere, classId: where.classId, enrolmentId: where.enrolmentId };
    if (where.enrolment === "applied")
      steps.push({
        ...at,
        kind: "waiting",
        mine: false,
        title: "等培训机构确认报名",
        detail: `${where.name}，${where.startsOn} 开班。确认后会通知您。`,
      });
    if (session) {
      const open = !session.marked && now.getTime() >= Date.parse(session.startsAt) - OPENS_BEFORE_MS;
      const soon = todayInShanghai(new Date(session.startsAt)) === today;
      if (open || soon || !lesson)
        steps.push({
          ...at,
          kind: open ? "sign-in" : "session",
          mine: open,
          title: open ? "签到上课" : session.marked ? "今天已签到" : soon ? "今天有课" : "下次上课",
          detail: `${where.name}：${session.topic}，${session.room}（${session.address}）`,
          sessionId: session.id,
          at: session.startsAt,
        });
    }
    if (lesson)
      steps.push({
        ...at,
        kind: "lesson",
        mine: true,
        title: lesson.kind === "quiz" ? "完成测验" : "继续学习",
        detail: `${where.name}：${lesson.title}`,
        lessonId: lesson.id,
      });
    if (exam)
      steps.push({
        ...at,
        kind: "exam",
        mine: false,
        title: exam.kind === "completion" ? "结业考核" : "技能评价考试",
        detail: where.name,
        on: exam.heldOn as NextStep["on"],
      });
  }
  const shown = new Set<string>();
  for (const claim of facts.claims) {
    // Claims of an organisation are confirmed and corrected by it.
    if (claim.madeBy !== null || (claim.state !== "prepared" && claim.state !== "returned")) continue;
    shown.add(claim.number);
    steps.push({
      ...nowhere,
      kind: "claim",
      mine: true,
      title: claim.state === "prepared" ? "确认补贴申请" : "补正补贴申请",
      detail: `${claim.title}（${claim.number}）`,
      amountFen: claim.amountFen,
      claimId: claim.id,
    });
  }
  for (const message of facts.messages) {
    // The step of a claim says the same already.
    if ([...shown].some((number) => message.title.includes(number))) continue;
    steps.push({ ...nowhere, kind: "message", mine: false, title: "新消息", detail: message.title, at: message.at });
  }
  return steps.toSorted(
    (a, b) => RANK[a.kind] - RANK[b.kind] || (a.at ?? a.on ?? "").localeCompare(b.at ?? b.on ?? ""),
  );
}
