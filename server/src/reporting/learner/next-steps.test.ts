import { expect, test } from "vitest";
import { nextSteps, type StepFacts } from "./next-steps.ts";

const now = new Date("2020-06-15T10:00:00+08:00");
const id = "00000000-0000-4000-8000-000000000001";
const aClass = (given: Partial<StepFacts["classes"][number]> = {}): StepFacts["classes"][number] => ({
  classId: id,
  enrolmentId: id,
  name: "养老护理员五级",
  enrolment: "enrolled",
  startsOn: "2020-07-01",
  session: null,
  lesson: null,
  exam: null,
  ...given,
});
const aClaim = (given: Partial<StepFacts["claims"][number]> = {}): StepFacts["claims"][number] => ({
  id,
  number: "BT2020-000001",
  title: "失业人员职业技能培训补贴",
  madeBy: null,
  state: "prepared",
  amountFen: 122_000,
  ...given,
});
const facts = (given: Partial<StepFacts>): StepFacts => ({ classes: [], claims: [], messages: [], ...given });

test("who has just applied is told what comes next", () => {
  expect(nextSteps(facts({ classes: [aClass({ enrolment: "applied" })] }), now)).toMatchObject([
    { kind: "waiting", mine: false, title: "等培训机构确认报名", classId: id },
  ]);
  expect(nextSteps(facts({ classes: [aClass()] }), now)).toEqual([]);
});

test("a claim stands there once, with its amount, and not again as a message", () => {
  const messages = [
    { title: "已为您备好申请 BT2020-000001，请登录确认或放弃。", at: "2020-06-15T01:00:00.000Z" },
    { title: "您报名的班已确认。", at: "2020-06-15T01:00:00.000Z" },
  ];
  expect(nextSteps(facts({ claims: [aClaim()], messages }), now)).toMatchObject([
    { kind: "claim", amountFen: 122_000 },
    { kind: "message", detail: "您报名的班已确认。" },
  ]);
});
