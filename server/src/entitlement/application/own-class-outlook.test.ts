import { afterAll, beforeAll, expect, it } from "vitest";
import {
  aClass,
  aFact,
  aGroup,
  anEnrolment,
  aPerson,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";

interface Outlook {
  outlook: string;
  amountFen: number | null;
  reasons: string[];
  missing: string[];
  presumed: boolean;
  underWay: string | null;
}

let app: TestApp;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-02-20T02:00:00Z" });
  place = await aTrainingPlace(app);
});
afterAll(() => app.close());

async function unemployed(): Promise<string> {
  const { id } = await aPerson(app);
  await aGroup(app, id, "registered-unemployed");
  await aFact(app, id, "pension", { from: "2019-01-01", to: null, monthlyPension: false });
  return id;
}
const learner = (personId: string): Promise<TestClient> => app.as("learner", { personId });
const anotherClass = (level = 5) =>
  aClass(app, { organisationId: place.organisationId, state: "approved", startsOn: "2020-05-06", level });
async function outlookOf(client: TestClient, classId: string): Promise<Outlook> {
  const answer = await client.get<Outlook>(`/api/v1/open-classes/${classId}/own-outlook`);
  expect(answer.status).toBe(200);
  return answer.body;
}

it("an unemployed person who finishes and passes gets the standard, as the claim would be decided", async () => {
  const { id } = await anotherClass();
  expect(await outlookOf(await learner(await unemployed()), id)).toMatchObject({
    outlook: "granted",
    amountFen: 120_000,
    reasons: [],
    underWay: null,
  });
});

it("somebody without a group is told so before joining, and may still join", async () => {
  const { id } = await anotherClass();
  const client = await learner((await aPerson(app)).id);
  expect((await outlookOf(client, id)).outlook).not.toBe("granted");
  expect((await client.post(`/api/v1/classes/${id}/enrolments`, {})).status).toBe(200);
});

it("a second class of the occupation and level that one attends already is not subsidised", async () => {
  const person = await unemployed();
  await anEnrolment(app, place.classId, person);
  const { id } = await anotherClass();
  const second = await outlookOf(await learner(person), id);
  expect(second).toMatchObject({ outlook: "refused", amountFen: null, presumed: true });
  expect(second.reasons).not.toEqual([]);
  expect(second.underWay).toContain("电工");
});

it("is no look into a class that isn't public", async () => {
  const { id } = await aClass(app, { organisationId: place.organisationId, state: "draft" });
  const client = await learner(await unemployed());
  expect((await client.get(`/api/v1/open-classes/${id}/own-outlook`)).status).toBe(404);
});
