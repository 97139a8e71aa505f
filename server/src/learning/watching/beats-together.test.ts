import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrganisation, createTestApp, type TestApp } from "../../test/index.ts";
import { aStudent, checkAt, MINUTE, type TestClock, testClock } from "../../test/student.ts";
import { verifyWatchedTime } from "./verify-watched-time.ts";

const START = "2020-03-09T01:00:00Z";
const LEARNERS = 4;

type Student = Awaited<ReturnType<typeof aStudent>>;

let app: TestApp;
let clock: TestClock;
/** Each learner whose beats come together with the others' has a twin whose beats come alone. */
let together: Student[];
let alone: Student[];
beforeAll(async () => {
  app = await createTestApp({ now: START });
  clock = testClock(app, START);
  const organisationId = await anOrganisation(app);
  const students = async (): Promise<Student[]> => {
    const made: Student[] = [];
    for (let n = 0; n < LEARNERS; n += 1) made.push(await aStudent(app, clock, organisationId));
    return made;
  };
  together = await students();
  alone = await students();
});
afterAll(() => app.close());

const Interval = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 6 }))
  .map(([from, length]): [number, number] => [from * 10_000, (from + length) * 10_000]);
interface Message {
  learner: number;
  lease: "own" | "ended" | "of a stranger";
  intervals: [number, number][];
}
const Sent: fc.Arbitrary<Message> = fc.record({
  learner: fc.nat(LEARNERS - 1),
  lease: fc.constantFrom("own", "own", "own", "ended", "of a stranger"),
  intervals: fc.array(Interval, { minLength: 1, maxLength: 3 }),
});
/** A round holds one message of a learner at most: of two at once, either may come first. */
const Round = fc.record({
  waitMs: fc.integer({ min: 0, max: 40_000 }),
  messages: fc.uniqueArray(Sent, { minLength: 1, maxLength: LEARNERS, selector: ({ learner }) => learner }),
});

interface Leases {
  own: string;
  ended: string;
  "of a stranger": string;
}

async function visit(students: readonly Student[], checkDueMs: number): Promise<Leases[]> {
  const leases: { own: string; ended: string }[] = [];
  for (const { open } of students) {
    const { leaseId: ended } = await open();
    const { leaseId: own } = await open();
    await checkAt(app, own, checkDueMs);
    leases.push({ own, ended });
  }
  return leases.map((each, n) => ({ ...each, "of a stranger": leases[(n + 1) % LEARNERS]?.own ?? "" }));
}

/** All that is left of a learner's visits, without what differs between two people. */
async function kept({ enrolmentId }: Student) {
  const { database } = app.services;
  const events = await database
    .selectFrom("watch_event")
    .select(["kind", "from_ms", "to_ms", "visible", "at"])
    .where("enrolment_id", "=", enrolmentId)
    .orderBy("id")
    .execute();
  const credit = await database
    .selectFrom("watch_credit")
    .select(["state", "credited_ms", "furthest_ms", "completed_at", "version", "updated_at"])
    .where("enrolment_id", "=", enrolmentId)
    .execute();
  return { events, credit };
}

async function send(student: Student | undefined, leases: Leases | undefined, sent: Message) {
  if (!student || !leases) throw new Error("no such learner");
  const { status, body } = await student.beat(leases[sent.lease], ...sent.intervals);
  const { furthestMs, creditedMs, completed, check } = body;
  return { status, code: (body as { code?: string }).code, furthestMs, creditedMs, completed, asked: check !== null };
}

describe("beats of many learners in one statement", () => {
  it("answer and leave what each would have alone, whatever comes beside it", async () => {
    const history = fc.array(Round, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: 20 }), async (rounds, checkDue) => {
        const leases = await visit(together, checkDue * 10_000);
        const twins = await visit(alone, checkDue * 10_000);
        for (const { waitMs, messages } of rounds) {
          clock.tick(waitMs);
          const answers = await Promise.all(
            messages.map((sent) => send(together[sent.learner], leases[sent.learner], sent)),
          );
          const single: typeof answers = [];
          for (const sent of messages) single.push(await send(alone[sent.learner], twins[sent.learner], sent));
          expect(answers).toEqual(single);
        }
        expect(await Promise.all(together.map(kept))).toEqual(await Promise.all(alone.map(kept)));
        clock.tick(MINUTE);
      }),
      { numRuns: 4 },
    );
    expect((await verifyWatchedTime.run(app.services)).differences).toEqual([]);
  });

  it("count each of one learner's simultaneous beats once, and refuse none for its neighbours' sake", async () => {
    const views = await Promise.all(together.map(({ open }) => open()));
    clock.tick(10_000);
    const before = views.map(({ furthestMs }) => furthestMs);
    const answers = await Promise.all(
      together.flatMap(({ beat }, n) => {
        const { leaseId, furthestMs } = views[n] ?? { leaseId: "", furthestMs: 0 };
        return [0, 0, 0].map(() => beat(leaseId, [furthestMs, furthestMs + 10_000]));
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    for (const [n, from] of before.entries())
      expect(Math.max(...answers.slice(3 * n, 3 * n + 3).map(({ body }) => body.furthestMs))).toBe(from + 10_000);
    expect((await verifyWatchedTime.run(app.services)).differences).toEqual([]);
  });
});
