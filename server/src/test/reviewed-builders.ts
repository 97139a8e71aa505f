import { prepareClaims } from "../entitlement/index.ts";
import type { TestApp, TestClient } from "./app.ts";
import { anEntitledLearner } from "./entitled-builders.ts";

/** A claim, for its person. */
export interface ClaimLine {
  id: string;
  number: string;
  state: string;
  policyId: string;
  askedFen: number;
  steps: { state: string; reason: string | null; office: string }[];
}

/** A learner with a new certificate, their prepared claim, and their session. */
export async function aPreparedClaim(
  app: TestApp,
  place: { classId: string; sessionIds: string[] },
  given: Parameters<typeof anEntitledLearner>[2] = {},
) {
  const learner = await anEntitledLearner(app, place, given);
  await app.work((context) => prepareClaims(context, [learner.certificateId]));
  const client = await app.as("learner", { personId: learner.personId });
  const mine = await client.get<{ rows: ClaimLine[] }>("/api/v1/me/claims");
  const claim = mine.body.rows[0];
  if (!claim) throw new Error("no claim was prepared");
  return { ...learner, client, claim };
}

/** A claim that its person confirmed: it waits for the first review. */
export async function aConfirmedClaim(
  app: TestApp,
  place: { classId: string; sessionIds: string[] },
  given: Parameters<typeof anEntitledLearner>[2] = {},
) {
  const made = await aPreparedClaim(app, place, given);
  const answer = await made.client.post(`/api/v1/claims/${made.claim.id}/confirmation`);
  if (answer.status !== 200) throw new Error(`confirmation answered ${answer.status}`);
  return made;
}

/** A claim that these two officers passed: it waits for publicity. */
export async function anApprovedClaim(
  app: TestApp,
  place: { classId: string; sessionIds: string[] },
  [first, second]: readonly [TestClient, TestClient],
  given: Parameters<typeof anEntitledLearner>[2] = {},
) {
  const made = await aConfirmedClaim(app, place, given);
  for (const [officer, round] of [
    [first, "first-review"],
    [second, "second-review"],
  ] as const) {
    const answer = await officer.post(`/api/v1/claims/${made.claim.id}/${round}`, { verdict: "pass" });
    if (answer.status !== 200) throw new Error(`${round} answered ${answer.status}`);
  }
  return made;
}
