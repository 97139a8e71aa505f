import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type Step = Output<Api["homes"]["learner"]>["next"][number];

const WAYS: Record<Step["kind"], { to: (step: Step) => string; action: string }> = {
  "sign-in": { to: (step) => `/my/sign-in/${step.sessionId}`, action: "去签到" },
  session: { to: (step) => `/my/classes/${step.classId}`, action: "看课表" },
  lesson: { to: (step) => `/my/classes/${step.classId}/lessons/${step.lessonId}`, action: "继续学" },
  claim: { to: (step) => `/my/claims/${step.claimId}`, action: "去核对" },
  exam: { to: (step) => `/my/classes/${step.classId}`, action: "看安排" },
  waiting: { to: (step) => `/my/classes/${step.classId}`, action: "看课表" },
  message: { to: () => "/my/messages", action: "去看" },
};

/** Page and words of a learner's next step. */
export function stepWay(step: Step): { to: string; action: string } {
  const { to, action } = WAYS[step.kind];
  return { to: to(step), action };
}
