/**
 * Five hundred learners sign in to one session: spread over ten seconds, and all at once. Against bare inserts of the same rows by
 * the same driver.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { createSessionCodes } from "../../server/src/adapters/qr-code/index.ts";
import { atATime, percentile, report, round, seconds } from "../measure.ts";
import { startPlatform } from "../platform.ts";
import { makeSchool, type School } from "../school.ts";

const LEARNERS = 500;
const SPREAD_MS = 10_000;

const platform = await startPlatform({ people: 0 });
const school = await makeSchool(platform, { classes: 4, learners: LEARNERS, meetsNow: true, state: "running" });
/** Each variant has its own class: the same people can't be in two rooms at once. */
const halls = school.classes.map(({ id, sessionIds }) => ({
  sessionId: sessionIds[0] ?? "",
  learners: school.learners.filter((learner) => learner.classId === id),
}));
const [warming, one, two, three] = halls;
if (!warming || !one || !two || !three) throw new Error("four classes were asked for");
const codes = createSessionCodes(platform.services.sealer.purposeKey("session-code"));
const answers: Record<string, number> = {};

async function signIn(learner: School["learners"][number], sessionId: string): Promise<number> {
  const start = performance.now();
  const response = await fetch(`${platform.url}/api/v1/sessions/${sessionId}/sign-ins`, {
    method: "POST",
    headers: { cookie: learner.cookie, "x-csrf-token": learner.csrfToken, "content-type": "application/json" },
    body: JSON.stringify({ code: codes.issue(sessionId, Date.now()).code }),
  });
  const text = await response.text();
  const name = response.ok ? "signedIn" : `${response.status} ${text}`;
  answers[name] = (answers[name] ?? 0) + 1;
  return performance.now() - start;
}

/** Warm-up with some learners in a session that doesn't count. */
await Promise.all(warming.learners.slice(0, 200).map((learner) => signIn(learner, warming.sessionId)));
for (const name of Object.keys(answers)) delete answers[name];

const spread: number[] = [];
const spreadSeconds = await seconds(() =>
  Promise.all(
    one.learners.map(async (learner, n) => {
      await sleep((n / LEARNERS) * SPREAD_MS);
      spread.push(await signIn(learner, one.sessionId));
    }),
  ),
);
const atOnce: number[] = [];
const atOnceSeconds = await seconds(() =>
  Promise.all(two.learners.map(async (learner) => atOnce.push(await signIn(learner, two.sessionId)))),
);
const bareSeconds = await seconds(() =>
  atATime(50, LEARNERS, (n) => {
    const learner = three.learners[n];
    return platform.owner.query(
      `insert into attendance_mark (session_id, enrolment_id, person_id, mark, method, minutes, account_id)
       values ($1, $2, $3, 'present', 'code', 180, $4)`,
      [three.sessionId, learner?.enrolmentId, learner?.personId, learner?.accountId],
    );
  }),
);
const { rows } = await platform.owner.query<{ n: number }>(
  "select count(*)::int as n from attendance where session_id = any($1::uuid[]) and mark = 'present'",
  [[one.sessionId, two.sessionId]],
);
await platform.close();

report({
  bench: "sign-in",
  figures: {
    learners: LEARNERS,
    answers,
    presentInTheDatabase: rows[0]?.n,
    spreadSeconds: round(spreadSeconds, 1),
    spreadP50Ms: round(percentile(spread, 0.5)),
    spreadP99Ms: round(percentile(spread, 0.99)),
    atOnceSeconds: round(atOnceSeconds, 2),
    atOnceP50Ms: round(percentile(atOnce, 0.5)),
    atOnceP99Ms: round(percentile(atOnce, 0.99)),
    atOncePerSecond: round(LEARNERS / atOnceSeconds),
  },
  against: { what: "bare inserts of the same marks, 50 in flight", barePerSecond: round(LEARNERS / bareSeconds) },
  ratio: round(bareSeconds / atOnceSeconds, 2),
});
