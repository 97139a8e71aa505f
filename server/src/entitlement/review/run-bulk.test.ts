import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aSource, createTestApp, type TestApp } from "../../test/index.ts";
import { manyEntitledLearners } from "../../test/bulk-builders.ts";
import { decisionVerifier } from "../case/verify-decisions.ts";
import { slotVerifier } from "../grant/verify-slots.ts";
import { runBulk } from "./run-bulk.ts";

const SIZE = Number(process.env.BULK_CLAIMS ?? 300);

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
});
afterAll(() => app.close());

describe("claims by the thousand", () => {
  it("are prepared, decided, reviewed twice and have their money set aside, as far as the quota goes", async () => {
    // Enough for all but ten.
    await aSource(app, { fen: (SIZE - 10) * 120_000 });
    const certificateIds = await manyEntitledLearners(app, SIZE);
    const [by, first, second] = await Promise.all([app.as("reviewer"), app.as("reviewer"), app.as("reviewer")]);
    const began = Date.now();
    const result = await runBulk(app.services, {
      certificateIds,
      submittedBy: by.accountId,
      firstOfficer: first.accountId,
      secondOfficer: second.accountId,
      chunk: Math.min(4_000, Math.ceil(SIZE / 2)),
    });
    const seconds = (Date.now() - began) / 1_000;
    expect(result).toMatchObject({
      prepared: SIZE,
      submitted: SIZE,
      approved: SIZE - 10,
      approvedFen: (SIZE - 10) * 120_000,
    });
    expect(Object.values(result.refusals)).toEqual([10]);
    if (process.env.BULK_CLAIMS) process.stdout.write(`${SIZE} claims in ${seconds} s\n`);
    for (const verifier of [decisionVerifier, slotVerifier])
      expect(await verifier.run(app.services)).toMatchObject({ differences: [] });
  }, 600_000);
});
