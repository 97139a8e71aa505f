import { addDays, civilDate } from "@jinengtong/standards";
import { afterAll, beforeAll, expect } from "vitest";
import { finishRecovery, markBatched, markPaid } from "../entitlement/index.ts";
import { moveClaims } from "../entitlement/claim/move-claims.ts";
import { finishEnrolment } from "../training/index.ts";
import { createTestApp, type TestApp, type TestClient } from "./app.ts";
import { anEnrolment, attended } from "./class-builders.ts";
import { aFact, aGroup, aLocalParameter, aTrainingPlace } from "./entitled-builders.ts";
import { aPayeeAccount } from "./payment-builders.ts";
import { aPerson } from "./people-builders.ts";
import { madeUpByTwo } from "./sheet-desk.ts";

export type TrainingPlace = Awaited<ReturnType<typeof aTrainingPlace>>;

export interface AllowanceClaim {
  id: string;
  number: string;
  state: string;
  askedFen: number;
}

/** A request to take back days of an allowance. */
export interface TakeBack {
  id: string;
  claimId: string;
  lessFen: number;
  mayDecide: boolean;
  reason: string;
}

/** Fen for each day attended. */
export const PER_DAY = 5_000;

const FIRST_DAY = civilDate("2020-03-02");
/** The n-th day of the class, from 1. */
export const classDay = (n: number) => addDays(FIRST_DAY, n - 1);

const claimsOf = async (learner: TestClient): Promise<AllowanceClaim[]> =>
  (await learner.get<{ rows: (AllowanceClaim & { benefit: string })[] }>("/api/v1/me/claims")).body.rows.filter(
    ({ benefit }) => benefit === "living-allowance",
  );

/** A county that pays the living allowance (五.2), 50 yuan a day, with three reviewers. */
export function allowanceDesk() {
  let app: TestApp;
  let reviewers: readonly [TestClient, TestClient, TestClient];
  beforeAll(async () => {
    app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
    delete app.services.house.offers.reservation;
    reviewers = await Promise.all([app.as("reviewer"), app.as("reviewer"), app.as("reviewer")]);
    await aLocalParameter(app, "livingAllowance.perDayFen", PER_DAY);
  });
  afterAll(() => app.close());

  /** A registered unemployed person who is hard to employ, in a class of ten days, absent on some of them. */
  async function aLearner(given: { absent?: number[]; benefit?: [number, number]; place?: TrainingPlace } = {}) {
    const place = given.place ?? (await aTrainingPlace(app, { requiredHours: 40 }));
    const { id: personId } = await aPerson(app);
    for (const group of ["registered-unemployed", "hard-to-employ"]) await aGroup(app, personId, group);
    await aPayeeAccount(app, { personId });
    await aFact(app, personId, "pension", { from: "2019-01-01", to: null, monthlyPension: false });
    await aFact(app, personId, "unemployment-benefit" as "pension", {
      asOf: "2020-06-01",
      periods: given.benefit ? [{ from: classDay(given.benefit[0]), to: classDay(given.benefit[1]) }] : [],
    });
    const enrolmentId = await anEnrolment(app, place.classId, personId);
    for (const [at, session] of place.sessionIds.entries())
      await attended(app, [session], enrolmentId, personId, given.absent?.includes(at + 1) ? "absent" : "present");
    const learner = await app.as("learner", { personId });
    return { personId, enrolmentId, place, learner };
  }

  async function approve(learner: TestClient, id: string): Promise<void> {
    expect((await learner.post(`/api/v1/claims/${id}/confirmation`)).status).toBe(200);
    await reviewers[0].post(`/api/v1/claims/${id}/first-review`, { verdict: "pass" });
    expect((await reviewers[1].post(`/api/v1/claims/${id}/second-review`, { verdict: "pass" })).status).toBe(200);
  }

  /** The approved claim is paid in full. */
  const pay = ({ id, askedFen }: AllowanceClaim): Promise<void> =>
    app.work(async (context) => {
      for (const state of ["publicised", "payable"] as const) await moveClaims(context, [id], state, {});
      await markBatched(context, [id]);
      await markPaid(context, id, askedFen);
    });

  /** The money that was demanded of the claim comes back. */
  async function repay(id: string): Promise<void> {
    await app.work(async (context) => {
      const demand = await context.db
        .updateTable("clawback")
        .set({ state: "repaid" })
        .where("claim_id", "=", id)
        .where("state", "=", "demanded")
        .returning("amount_fen")
        .executeTakeFirstOrThrow();
      await finishRecovery(context, id, demand.amount_fen);
    });
    await app.drain();
  }

  /** Two officers put the mark of the n-th day right. */
  async function correct(place: TrainingPlace, n: number, enrolmentId: string, mark: string): Promise<void> {
    const session = place.sessionIds[n - 1] ?? "";
    expect((await madeUpByTwo(reviewers[0], reviewers[1], session, [{ enrolmentId, mark }])).status).toBe(200);
    await app.drain();
  }

  const askedBack = async (claimId: string): Promise<TakeBack[]> =>
    (await reviewers[2].get<{ rows: TakeBack[] }>("/api/v1/cancellations")).body.rows.filter(
      (row) => row.claimId === claimId,
    );

  /** The third officer's answer. */
  async function decide(asked: TakeBack | undefined, agreed: boolean) {
    const answer = await reviewers[2].post(`/api/v1/cancellations/${asked?.id}/decision`, { agreed });
    await app.drain();
    return answer;
  }

  return {
    app: () => app,
    reviewer: (n: 1 | 2 | 3): TestClient => reviewers[n - 1] as TestClient,
    aLearner,
    finish: async (enrolmentId: string): Promise<void> => {
      await app.work((context) => finishEnrolment(context, enrolmentId, "completed"));
      await app.drain();
    },
    claimsOf,
    approve,
    pay,
    repay,
    correct,
    askedBack,
    decide,
  };
}
