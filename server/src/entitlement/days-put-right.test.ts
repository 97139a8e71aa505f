import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allowanceDesk, type AllowanceClaim, classDay, PER_DAY, type TestClient } from "../test/index.ts";
import { abandonRecovery, prepareDays } from "./index.ts";
import { slotVerifier } from "./grant/verify-slots.ts";

/** Marks of a finished training that are put right, before and after the living allowance (五.2) for its days was granted or paid. */

const desk = allowanceDesk();
const { aLearner, finish, approve, pay, repay, claimsOf, correct, askedBack, decide } = desk;

interface Sheet {
  days: { why: string; because: string; corrected: boolean; counted: boolean }[];
  totals: { counted: number };
  amountFen: number | null;
  follows: string | null;
}
const sheetOf = async (client: TestClient, id: string) => (await client.get<Sheet>(`/api/v1/claims/${id}/days`)).body;

/** A learner whose allowance for the attended days is approved. */
async function aGranted(given: { absent?: number[] } = {}) {
  const known = await aLearner(given);
  await finish(known.enrolmentId);
  const [claim] = await claimsOf(known.learner);
  if (!claim) throw new Error("no allowance was prepared");
  await approve(known.learner, claim.id);
  const put = (n: number, mark: "present" | "absent") => correct(known.place, n, known.enrolmentId, mark);
  const rows = async () =>
    (await claimsOf(known.learner)).map(({ state, askedFen }) => `${state} ${askedFen}`).toSorted();
  return { ...known, claim, put, rows };
}

async function aPaid(given: { absent?: number[] } = {}) {
  const known = await aGranted(given);
  await pay(known.claim);
  return known;
}

describe("a mark put right to present", () => {
  it("before it is confirmed changes the prepared claim", async () => {
    const { enrolmentId, place, learner } = await aLearner({ absent: [2] });
    await finish(enrolmentId);
    expect(await claimsOf(learner)).toMatchObject([{ askedFen: 45_000 }]);
    await correct(place, 2, enrolmentId, "present");
    expect(await claimsOf(learner)).toMatchObject([{ state: "prepared", askedFen: 50_000 }]);
  });

  it("after it was granted is a claim of its own that follows it, once; the granted one stays", async () => {
    const { enrolmentId, learner, claim: granted, put, rows } = await aGranted({ absent: [2, 3] });
    await put(2, "present");
    await desk.app().work((context) => prepareDays(context, enrolmentId));
    expect(await rows()).toEqual(["approved 40000", "prepared 5000"]);
    const follow = (await claimsOf(learner)).find(({ id }) => id !== granted.id);
    const sheet = await sheetOf(learner, follow?.id ?? "");
    expect(sheet).toMatchObject({ follows: granted.number, totals: { counted: 1 } });
    expect(sheet.days[0]).toMatchObject({ why: "covered", because: `申请 ${granted.number} 已计过` });
    expect(sheet.days[1]).toMatchObject({ why: "counted" });
    expect(sheet.days[2]).toMatchObject({ why: "absent" });
    // The sheet of the granted one says that the mark differs now, and stays as it was decided.
    const before = await sheetOf(learner, granted.id);
    expect([before.amountFen, before.days[1]?.corrected, before.days[1]?.counted]).toEqual([40_000, true, false]);
    await approve(learner, follow?.id ?? "");
    await put(3, "present");
    expect(await rows()).toEqual(["approved 40000", "approved 5000", "prepared 5000"]);
  });
});

describe("a mark put right to absent", () => {
  it("after it was paid is demanded back once another officer agrees, in the sum of that day", async () => {
    const { claim, put, rows } = await aPaid();
    await put(4, "absent");
    await put(5, "absent");
    const [open, ...others] = await askedBack(claim.id);
    expect(others).toEqual([]);
    expect(open).toMatchObject({
      lessFen: 10_000,
      mayDecide: true,
      reason: expect.stringContaining(classDay(4)) as string,
    });
    // Whoever let the mark be put right has asked for it, and can't agree to it.
    const asker = desk.reviewer(2);
    expect((await asker.post(`/api/v1/cancellations/${open?.id}/decision`, { agreed: true })).status).toBe(409);
    expect((await decide(open, true)).status).toBe(200);
    const finance = await desk.app().as("finance");
    const demanded = await finance.get<{ rows: object[] }>(`/api/v1/clawbacks?q=${claim.number}`);
    expect(demanded.body.rows).toMatchObject([
      { amountFen: 10_000, reason: expect.stringContaining(classDay(5)) as string },
    ]);
    expect(await rows()).toEqual(["recovering 50000"]);
    // A demand that was agreed isn't asked for again.
    await put(6, "absent");
    expect(await askedBack(claim.id)).toMatchObject([{ lessFen: 5_000 }]);
  });

  it("before it was paid cancels the grant, and what is left is prepared anew", async () => {
    const { claim, put, rows } = await aGranted();
    await put(4, "absent");
    const [open] = await askedBack(claim.id);
    expect((await decide(open, true)).status).toBe(200);
    expect(await rows()).toEqual(["cancelled 50000", "prepared 45000"]);
  });

  it("and back before it is decided takes nothing back", async () => {
    const { claim, put, rows } = await aGranted();
    await put(4, "absent");
    await put(4, "present");
    const [open] = await askedBack(claim.id);
    expect(open).toMatchObject({ lessFen: 0 });
    expect(await decide(open, true)).toMatchObject({ status: 409, body: { code: "nothing-to-take-back" } });
    expect(await rows()).toEqual(["approved 50000"]);
  });

  it("and back after its money was returned is paid once more, as a follow-up", async () => {
    const { learner, claim, put, rows } = await aPaid();
    await put(4, "absent");
    await decide((await askedBack(claim.id))[0], true);
    // The money is still with the learner.
    await put(4, "present");
    expect(await rows()).toEqual(["recovering 50000"]);
    await repay(claim.id);
    expect(await rows()).toEqual(["paid 50000", "prepared 5000"]);
    expect((await sheetOf(learner, claim.id)).days[3]).toMatchObject({
      because: "核定时计一天；后来更正为缺勤，这一天的钱已追回",
    });
    const follow = (await claimsOf(learner)).find(({ id }) => id !== claim.id);
    await approve(learner, follow?.id ?? "");
    // Each day that goes is asked of the claim that it was paid with.
    await put(5, "absent");
    await put(4, "absent");
    expect(await askedBack(claim.id)).toMatchObject([{ lessFen: 5_000 }]);
    expect(await askedBack(follow?.id ?? "")).toMatchObject([{ lessFen: 5_000 }]);
    expect((await slotVerifier.run(desk.app().services)).differences).toEqual([]);
  });

  it("and back after the demand was withdrawn isn't paid again: the money stayed", async () => {
    const { claim, put, rows } = await aPaid();
    await put(4, "absent");
    await decide((await askedBack(claim.id))[0], true);
    await desk.app().work((context) => abandonRecovery(context, claim.id, "核实后无需追回"));
    await put(4, "present");
    await put(4, "absent");
    expect(await askedBack(claim.id)).toEqual([]);
    await put(4, "present");
    expect(await rows()).toEqual(["paid 50000"]);
  });
});

/** Days of the class that the sequences touch; the others are absent. */
const TOUCHED = 3;
type Step = { day: number; mark: "present" | "absent" } | "approve" | "pay" | "decide" | "repay";

const aStep = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      day: fc.integer({ min: 1, max: TOUCHED }),
      mark: fc.constantFrom("present" as const, "absent" as const),
    }),
  },
  { weight: 3, arbitrary: fc.constantFrom("approve" as const, "pay" as const, "decide" as const, "repay" as const) },
);

/** Corrections in any order, with the offices at work between them. */
async function run(steps: readonly Step[]): Promise<{ attended: number; paid: number[] }> {
  const { enrolmentId, place, learner } = await aLearner({ absent: [4, 5, 6, 7, 8, 9, 10] });
  await finish(enrolmentId);
  const attended = new Set(Array.from({ length: TOUCHED }, (_, n) => n + 1));
  const paid: number[] = [];
  const inState = async (...states: string[]): Promise<AllowanceClaim[]> =>
    (await claimsOf(learner)).filter(({ state }) => states.includes(state));
  const offices = {
    approve: async () => {
      for (const claim of await inState("prepared")) if (claim.askedFen > 0) await approve(learner, claim.id);
    },
    decide: async () => {
      for (const claim of await inState("approved", "paid", "recovering"))
        for (const asked of await askedBack(claim.id)) await decide(asked, asked.lessFen > 0);
    },
    // A claim with an open request isn't paid.
    pay: async () => {
      for (const claim of await inState("approved")) if ((await askedBack(claim.id)).length === 0) await pay(claim);
    },
    repay: async () => {
      for (const claim of await inState("recovering")) await repay(claim.id);
    },
  };
  const settle = async (): Promise<void> => {
    for (const office of ["decide", "repay", "approve", "pay"] as const) await offices[office]();
  };
  const paidNow = async (): Promise<number> => {
    const found = await desk
      .app()
      .services.database.selectFrom("claim")
      .select(({ fn }) => fn.sum<number>("paid_fen").as("fen"))
      .where("enrolment_id", "=", enrolmentId)
      .executeTakeFirst();
    return Number(found?.fen ?? 0);
  };
  for (const step of steps) {
    if (typeof step === "string") await offices[step]();
    else {
      await correct(place, step.day, enrolmentId, step.mark);
      if (step.mark === "present") attended.add(step.day);
      else attended.delete(step.day);
    }
    paid.push(await paidNow());
  }
  for (let round = 0; round < 4; round += 1) await settle();
  paid.push(await paidNow());
  return { attended: attended.size, paid };
}

describe("any sequence of corrections", () => {
  it("ends with each day that was attended paid exactly once, and never pays more than the class has days", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 3, maxLength: 10 }), async (steps) => {
        const { attended, paid } = await run(steps);
        expect(paid.at(-1)).toBe(attended * PER_DAY);
        expect(paid.every((fen) => fen >= 0 && fen <= TOUCHED * PER_DAY)).toBe(true);
      }),
      { numRuns: 12, examples: [[[{ day: 1, mark: "absent" }, "decide", { day: 1, mark: "present" }]]] },
    );
    expect((await slotVerifier.run(desk.app().services)).differences).toEqual([]);
  }, 120_000);
});
