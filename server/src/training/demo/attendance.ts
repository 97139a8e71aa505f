import { at, type DemoCounty } from "../../kernel/demo/county.ts";
import { timestamp } from "../../kernel/demo/sink.ts";
import type { DemoLane } from "../../organisations/index.ts";
import type { Learner, Session, TrainedClass } from "./class-types.ts";

type Mark = "present" | "absent" | "leave" | "late" | "left-early" | "sick";

/** Marks every session that has begun. Those who complete miss at most the one session that the required hours allow, the others more. */
export function attend(
  county: DemoCounty,
  made: TrainedClass,
  learner: Learner,
  sessions: readonly Session[],
  lane: DemoLane,
): void {
  const { random } = county;
  const missAllowed = learner.complete ? 1 : 99;
  let missed = 0;
  for (const [index, session] of sessions.entries()) {
    const begins = new Date(at(session.date, session.from)).getTime();
    if (begins > county.now.getTime() || made.fraud === "no-attendance") continue;
    // The demo learner signs in themselves.
    if (learner.known && new Date(at(session.date, session.to)).getTime() > county.now.getTime()) continue;
    // A session in progress: some are still on their way.
    if (begins + 20 * 60_000 > county.now.getTime() && random.chance(0.4)) continue;
    let mark: Mark = "present";
    if (missed < missAllowed && random.chance(learner.complete ? 0.03 : 0.3)) {
      mark = random.weighted([
        ["absent", 5],
        ["leave", 3],
        ["sick", 2],
      ] as const);
      missed += 1;
    } else if (!learner.complete && missed + sessions.length - index <= 2) {
      mark = "absent";
      missed += 1;
    }
    const hours = mark === "present" ? session.hours : 0;
    learner.offlineHours += hours;
    if (mark === "present") learner.present.push(session);
    addMark(county, made, learner, session, lane, { mark, hours, begins });
  }
}

function addMark(
  county: DemoCounty,
  made: TrainedClass,
  learner: Learner,
  session: Session,
  lane: DemoLane,
  { mark, hours, begins }: { mark: Mark; hours: number; begins: number },
): void {
  const { random, sink } = county;
  const id = county.sink.next("attendance_mark");
  const byCode = mark === "present" && (made.fraud === "one-device" || random.chance(0.72));
  const suspicious = made.fraud === "one-device";
  const signedAt = suspicious ? begins - 300_000 + (id % 40) * 900 : begins - random.int(-600, 1_500) * 1_000;
  const when = timestamp(Math.min(byCode ? signedAt : begins + 600_000, county.now.getTime()));
  sink.add("attendance_mark", {
    id,
    session_id: session.id,
    enrolment_id: learner.enrolmentId,
    person_id: learner.person.id,
    mark,
    method: byCode ? "code" : "roll-call",
    minutes: hours * 45,
    device: byCode ? (suspicious ? "d-7f31c2" : `d-${learner.person.index.toString(36)}`) : null,
    latitude: byCode ? lane.latitude + (random.next() - 0.5) * 0.0008 + (suspicious ? 0.12 : 0) : null,
    longitude: byCode ? lane.longitude + (random.next() - 0.5) * 0.0008 : null,
    reason: null,
    account_id: byCode ? null : made.organisation.accountId,
    at: when,
  });
  sink.add("attendance", {
    session_id: session.id,
    enrolment_id: learner.enrolmentId,
    person_id: learner.person.id,
    mark_id: id,
    mark,
    hours,
    during: `["${at(session.date, session.from)}","${at(session.date, session.to)}")`,
  });
}
