import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  aCertificate,
  aClass,
  anOrganisation,
  aStandard,
  aTrainingPlace,
  anEnrolment,
  attended,
  createTestApp,
  upload,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { prepareClaims } from "./prepare-claims.ts";

interface Outlook {
  granted: number;
  missing: number;
  refused: number;
  learners: {
    personId: string;
    name: string;
    outlook: string;
    amountFen: number | null;
    missing: { path: string; suppliers: string[] }[];
  }[];
}

let app: TestApp;
let clerk: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-02-20T02:00:00Z" });
  clerk = await app.as("reviewer");
  second = await app.as("reviewer");
});
afterAll(() => app.close());

const LEARNERS = ["钱一", "钱二", "钱三"].map((name, n) => ({
  name,
  citizenId: makeCitizenId("320682", civilDate("1982-04-05"), 101 + n),
}));

/** Sends, hands in and confirms an office's list. */
async function imported(subject: string, heading: string, cells: string): Promise<void> {
  const rows = LEARNERS.map(({ name, citizenId }) => `${name},${citizenId},${cells}`);
  const sent = await upload<{ id: string }>(
    clerk,
    `/api/v1/fact-imports?subject=${subject}&source=${encodeURIComponent("部门系统")}`,
    {
      name: "名册.csv",
      content: [`姓名,身份证号,${heading}`, ...rows].join("\n"),
    },
  );
  await clerk.post(`/api/v1/fact-imports/${sent.body.id}/submission`, { rows: "all" });
  expect((await second.post(`/api/v1/fact-imports/${sent.body.id}/confirmation`)).body).toMatchObject({
    state: "applied",
  });
}

it("a fresh class: who will get what is known before it begins, and its office's lists are all that it takes", async () => {
  const organisationId = await anOrganisation(app);
  await aStandard(app);
  const school = await app.as("institution", { organisationId });
  const { id } = await aClass(app, { organisationId, state: "approved", capacity: 24, startsOn: "2020-03-02" });
  const roster = await upload<{ id: string; accepted: number }>(school, `/api/v1/roster-imports?classId=${id}`, {
    name: "花名册.csv",
    content: [
      "姓名,身份证号,人员类别",
      ...LEARNERS.map(({ name, citizenId }) => `${name},${citizenId},登记失业人员`),
    ].join("\n"),
  });
  expect(roster.body.accepted).toBe(3);
  await school.post(`/api/v1/roster-imports/${roster.body.id}/commit`);

  const outlook = async () => (await school.get<Outlook>(`/api/v1/classes/${id}/outlook`)).body;
  const before = await outlook();
  expect(before).toMatchObject({ granted: 0, missing: 3 });
  expect(before.learners[0]?.missing.map(({ path }) => path)).toContain("/person/groups");
  expect(before.learners[0]?.missing.map(({ path }) => path)).toContain("/person/monthlyPension");
  for (const fact of before.learners[0]?.missing ?? []) expect(fact.suppliers).not.toEqual([]);

  await imported("group:registered-unemployed", "失业登记日期", "2020-01-10");
  await imported("fact:pension", "领取状态,查询日期", "未领取,2020-02-19");
  await imported("fact:employment", "就业状态,登记日期", "失业,2020-01-10");
  expect(await outlook()).toMatchObject({ granted: 3, missing: 0, refused: 0 });
  expect((await outlook()).learners.map(({ amountFen }) => amountFen)).toEqual([120_000, 120_000, 120_000]);
});

it("facts that come after the certificate prepare the claim all the same, and looking again changes nothing more", async () => {
  const place = await aTrainingPlace(app);
  app.setNow("2020-06-02T01:00:00Z");
  const learner = LEARNERS[0];
  const person = await app.services.database
    .selectFrom("person")
    .select("id")
    .where("name", "=", learner?.name ?? "")
    .executeTakeFirstOrThrow();
  const enrolmentId = await anEnrolment(app, place.classId, person.id);
  await attended(app, place.sessionIds, enrolmentId, person.id);
  await app.services.database
    .updateTable("enrolment")
    .set({ state: "completed" })
    .where("id", "=", enrolmentId)
    .execute();
  const certificateId = await aCertificate(app, { personId: person.id, classId: place.classId, enrolmentId });
  await app.work((context) => prepareClaims(context, [certificateId]));
  await app.drain();
  const client = await app.as("learner", { personId: person.id });
  const mine = (await client.get<{ rows: { benefit: string; askedFen: number }[] }>("/api/v1/me/claims")).body.rows;
  expect(mine).toMatchObject([{ benefit: "unemployed-training", askedFen: 120_000 }]);
  const again = await client.post<{ prepared: number }>(`/api/v1/people/${person.id}/entitlement-checks`);
  expect([again.status, again.body.prepared]).toEqual([200, 0]);
});
