import { type Claiming, compilePolicy, digestOf, loadPolicy, type Policy } from "@jinengtong/policy";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  aFact,
  aPayeeAccount,
  aPerson,
  aPreparedClaim,
  aStandard,
  aTrainingPlace,
  createTestApp,
  type TestApp,
} from "../test/index.ts";

/** A programme with benefit ids unknown to the code: the rules of another under other ids. */
function harbourProgramme(): Policy {
  const ids: Record<string, string> = {
    "rugao-2019": "harbour-2030",
    "degree-award": "diploma-prize",
    "unemployed-training": "harbour-course",
    "living-allowance": "meals-at-the-harbour",
  };
  const renamed = <T>(value: T): T =>
    JSON.parse(
      Object.entries(ids).reduce((text, [from, to]) => text.replaceAll(`"${from}"`, `"${to}"`), JSON.stringify(value)),
    ) as T;
  const { rules, claiming } = loadPolicy("rugao-2019@1.0.0");
  const own = renamed(rules);
  return compilePolicy(own, digestOf(own), renamed<Claiming[]>([...claiming.values()]));
}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  const policy = harbourProgramme();
  app.services.policies.add(policy);
  await aStandard(app);
});
afterAll(() => app.close());

it("a person asks for a benefit of a made-up package, is paid by its rules, and not twice", async () => {
  const person = await aPerson(app);
  await aFact(app, person.id, "employment", {
    from: "2020-01-05",
    to: null,
    employed: true,
    employer: "91320682MA1XAMPLE4",
    local: true,
  });
  await aFact(app, person.id, "insurance", { asOf: "2020-06-01", pensionMonths: 30, pensionPaidNow: true });
  await aFact(app, person.id, "degree", { level: "college", obtainedOn: "2020-05-30" });
  await aPayeeAccount(app, { personId: person.id });
  const client = await app.as("learner", { personId: person.id });
  const asked = { policyId: "harbour-2030", benefit: "diploma-prize" };
  const made = await client.post<{ id: string }>("/api/v1/claims", asked);
  expect(made.body).toMatchObject({ outcome: "granted", amountFen: 100_000 });
  for (const round of ["first-review", "second-review"]) {
    const officer = await app.as("reviewer");
    expect(await officer.post(`/api/v1/claims/${made.body.id}/${round}`, { verdict: "pass" })).toMatchObject({
      status: 200,
    });
  }
  expect(await client.post("/api/v1/claims", asked)).toMatchObject({
    status: 422,
    body: { code: "not-entitled" },
  });
});

it("what a class was filed for is prepared under the package's own ids", async () => {
  const place = await aTrainingPlace(app);
  await app.services.database
    .updateTable("training_class")
    .set({ policy_id: "harbour-2030", benefit: "harbour-course" })
    .where("id", "=", place.classId)
    .execute();
  const { claim } = await aPreparedClaim(app, place);
  expect(claim).toMatchObject({ benefit: "harbour-course", state: "prepared", askedFen: 120_000 });
});

it("the pages are told how it is asked for", async () => {
  const client = await app.as("reviewer");
  const policy = await client.get<{ benefits: { benefit: string; claiming: unknown }[] }>(
    "/api/v1/policy/harbour-2030",
  );
  expect(policy.body.benefits.find((one) => one.benefit === "harbour-course")?.claiming).toMatchObject({
    by: ["person", "institution"],
    per: "person",
    evidence: "certificate",
    wayOn: { kind: "classes", benefit: "harbour-course", own: true },
  });
});
