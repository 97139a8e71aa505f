import { loadCasesOf, loadDoors, loadPolicy, validateCase } from "@jinengtong/policy";
import { civilDate } from "@jinengtong/standards";
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aClaim,
  anEntitledLearner,
  aLocalParameter,
  aPerson,
  aStandard,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { type Answers, readAnswers } from "./answers.ts";
import { supposedCase } from "./supposed-case.ts";

/** A figure of the package's worked cases. */
function worked(benefit: string, name: string): number {
  const found = loadCasesOf("rugao-2019@2.0.0")
    .find((file) => file.benefit === benefit)
    ?.cases.find((one) => one.name === name)?.expect.amountFen;
  if (found === undefined) throw new RangeError(`${benefit}：${name}`);
  return found;
}

const [WELDER, LATHE] = ["6-18-02-04", "6-18-01-07"];

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  // Twenty days of eight hours, and the sums of the worked cases.
  await aStandard(app, { occupation: WELDER, requiredHours: 160, shortage: true });
  await aStandard(app, { occupation: LATHE, level: 3, shortage: true });
  await aLocalParameter(app, "livingAllowance.perDayFen", 4_000);
});
afterAll(() => app.close());

interface Estimate {
  totalFen: number;
  ownFen: number | null;
  benefits: { benefit: string; amountFen: number; together: boolean; left: { left: number } | null }[];
  supposed: string[];
  more: { text: string; totalFen: number }[];
  no: { because: string; instead: string } | null;
  classes: { count: number } | null;
}
const ask = (door: string, answers: Answers, client: Pick<TestClient, "post"> = app.anonymous) =>
  client.post<Estimate>("/api/v1/policy/estimates", { door, answers });

const weld = { trade: WELDER, level: 5 };

describe("seven lives", () => {
  const tuition = worked("unemployed-training", "登记失业人员");
  const days = worked("living-allowance", "没有领取失业保险金，二十日");
  it.each<[life: string, door: string, answers: Answers, total: number, own: number | null]>([
    ["laid-off welder", "learn", { work: "jobless", group: ["registered", "hard"], ...weld }, tuition + days, 0],
    [
      "employed machinist with a fresh certificate",
      "certificate",
      { kind: "skill", trade: LATHE, level: 3, when: "half", work: "insured" },
      worked("skill-upgrade", "紧缺职业上浮，50% 乘 1.3"),
      null,
    ],
    ["somebody in a relative's place", "learn", { work: "jobless", group: ["relative"], ...weld }, tuition, 0],
    ["fresh graduate", "learn", { work: "jobless", group: ["registered", "graduate"], ...weld }, tuition, 0],
    ["low-income farmer", "learn", { work: "own", group: ["farm-poor"], ...weld }, tuition + days, 0],
    ["pensioner", "learn", { work: "pension" }, 0, null],
    [
      "owner of a small firm",
      "firm",
      { plan: "hire", heads: 10, ...weld },
      10 * worked("pre-job", "紧缺职业全额"),
      null,
    ],
  ])("%s", async (_life, door, answers, total, own) => {
    const { status, body } = await ask(door, answers);
    expect({ status, total: body.totalFen, own: body.ownFen }).toEqual({ status: 200, total, own });
    expect(body.no === null).toBe(total > 0);
  });

  it("a pensioner hears why, and what else there is", async () => {
    const { body } = await ask("learn", { work: "pension" });
    expect(body.no?.because).toContain("养老金");
    expect(body.no?.instead).not.toBe("");
    expect(body.more).toEqual([]);
  });
});

it("says what it supposes, and what would bring more", async () => {
  const { body } = await ask("learn", { work: "own", group: [], ...weld });
  expect(body.supposed.join()).toContain("考试合格");
  const paid = await ask("learn", { work: "own", group: ["farm-poor"], ...weld });
  expect(paid.body.supposed.join()).toContain("20 天");
  expect(body.no).toBeNull();
  const jobless = await ask("learn", { work: "new", ...weld });
  expect(jobless.body).toMatchObject({
    totalFen: 0,
    more: [
      {
        text: expect.stringContaining("12 个月") as string,
        totalFen: worked("skill-upgrade", "紧缺职业上浮，50% 乘 1.3"),
      },
    ],
  });
});

it("counts nothing twice that the rules give only once, and nothing that only organisations ask for", async () => {
  const { body } = await ask("firm", { plan: "hire", heads: 1, ...weld });
  expect(body.benefits.filter(({ together }) => together)).toHaveLength(1);
  const person = await ask("learn", { work: "insured", ...weld });
  for (const { benefit } of person.body.benefits)
    expect(loadPolicy("rugao-2019").claiming.get(benefit)?.by).toContain("person");
});

const leftFor = async (client: TestClient) =>
  (await ask("learn", { work: "jobless", group: ["registered"], ...weld }, client)).body.benefits.find(
    ({ benefit }) => benefit === "unemployed-training",
  )?.left?.left;

it("counts what somebody signed in had before: how often is left this year", async () => {
  const place = await aTrainingPlace(app);
  const { personId } = await anEntitledLearner(app, place);
  await aClaim(app, { personId, state: "paid" });
  const had = await app.as("learner", { personId });
  const fresh = await app.as("learner", { personId: (await aPerson(app)).id });
  expect([await leftFor(fresh), await leftFor(had)]).toEqual([3, 2]);
});

it("an occupation that isn't listed is a plain no with the way on", async () => {
  const { body } = await ask("learn", { work: "jobless", group: ["registered"], trade: "none" });
  expect(body).toMatchObject({
    totalFen: 0,
    no: { because: expect.stringContaining("目录") as string },
    classes: null,
  });
});

it.each<[string, string, Answers, string]>([
  ["a door that isn't there", "roof", {}, "/door"],
  ["an option that isn't offered", "learn", { work: "resting" }, "/answers/work"],
  ["two answers to a question of one", "learn", { work: ["jobless", "own"] }, "/answers/work"],
  ["more heads than there are people", "firm", { plan: "hire", heads: 99_999 }, "/answers/heads"],
  ["words for a level", "learn", { level: "five" }, "/answers/level"],
])("refuses %s at its place", async (_what, door, answers, pointer) => {
  expect(await ask(door, answers)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
});

it("shows the doors with the trades of the published list and their sums", async () => {
  const { body } = await app.anonymous.get<{
    doors: { id: string; questions: unknown[] }[];
    trades: { key: string; mostFen: number | null; shortage: boolean; drawing: string }[];
  }>("/api/v1/policy/doors");
  expect(body.doors.map(({ id }) => id)).toEqual(["learn", "certificate", "firm"]);
  for (const { questions } of body.doors) expect(questions.length).toBeLessThanOrEqual(6);
  expect(body.trades.find(({ key }) => key === WELDER)).toMatchObject({
    mostFen: 120_000,
    shortage: true,
    drawing: "welder",
  });
});

const POLICIES = path.resolve(import.meta.dirname, "../../../../policies");

describe.each(readdirSync(POLICIES).map((id) => [id, loadDoors(path.join(POLICIES, id))] as const))(
  "the questions of %s",
  (id, doors) => {
    const policy = loadPolicy(id);
    it("make cases, whatever is answered", () => {
      for (const door of doors)
        for (const question of door.questions)
          for (const option of question.kind === "one" || question.kind === "several" ? question.options : []) {
            const { only } = question;
            const answers: Answers = {
              ...(only === undefined ? {} : { [only.question]: only.options[0] ?? "" }),
              [question.id]: option.id,
              ...Object.fromEntries(
                door.questions.flatMap((one) => (one.kind === "count" ? [[one.id, one.usual[0] ?? 1]] : [])),
              ),
              trade: WELDER,
            };
            const facts = supposedCase({
              door,
              answered: readAnswers(door, answers),
              day: civilDate("2026-03-02"),
              standard: {
                occupation: WELDER,
                occupationName: "焊工",
                level: 5,
                trainingFen: 100_000,
                assessmentFen: 20_000,
                requiredHours: 60,
                shortage: false,
              },
              trade: WELDER,
              parameters: {},
              history: null,
            });
            const [benefit] = policy.benefits.keys();
            const checked = validateCase({ ...facts, id: "case", benefit }, policy);
            expect([door.id, question.id, option.id, checked.ok || checked.error]).toEqual([
              door.id,
              question.id,
              option.id,
              true,
            ]);
          }
    });
  },
);
