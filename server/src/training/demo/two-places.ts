import { at, type DemoCounty } from "../../kernel/demo/county.ts";
import { idOf } from "../../kernel/demo/ids.ts";
import { timestamp } from "../../kernel/demo/sink.ts";
import type { TrainedClass } from "./class-types.ts";

/** Seats of the learners whose names were used by the other class. */
const LENT = [4, 9];
const ATTEMPTS = 2;

/**
 * Learners of one class are on the roster of another at the same hours, and a classmate's phone tried to sign them in there. They
 * were counted already, so it was refused; oversight should find the attempts.
 */
export function addDemoTwoPlaces(county: DemoCounty, counted: TrainedClass, tried: TrainedClass): void {
  const device = `d-${tried.learners[0]?.person.index.toString(36)}`;
  for (const [index, seat] of LENT.entries()) {
    const learner = counted.learners[seat];
    if (learner === undefined) continue;
    const { person } = learner;
    const enrolmentId = idOf("enrolment", county.sink.next("enrolment"));
    county.sink.add("enrolment", {
      id: enrolmentId,
      class_id: tried.id,
      person_id: person.id,
      seat: tried.learners.length + index + 1,
      state: "enrolled",
      group_code: person.groups.find((group) => group !== "rural-migrant") ?? null,
      town: person.town,
      enrolled_by: tried.organisation.accountId,
      created_at: at(tried.startsOn, "07:40:00"),
      completed_on: null,
    });
    const both = learner.present.flatMap((there) => {
      const here = tried.sessions.find(({ date, from }) => date === there.date && from === there.from);
      return here === undefined ? [] : [{ here, there }];
    });
    for (const { here, there } of both.slice(-ATTEMPTS)) {
      const begins = Date.parse(at(here.date, here.from));
      county.sink.add("refused_presence", {
        id: county.sink.next("refused_presence"),
        person_id: person.id,
        enrolment_id: enrolmentId,
        kind: "sign-in",
        session_id: here.id,
        lease_id: null,
        elsewhere_session_id: there.id,
        elsewhere_lease_id: null,
        device,
        at: timestamp(Math.min(begins + (6 + index) * 60_000, county.now.getTime())),
      });
    }
  }
}
