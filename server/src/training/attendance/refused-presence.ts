import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";

/** A refused attempt to be in two places at once: where it was tried, and where the person was counted already. */
export interface RefusedPresence {
  personId: string;
  enrolmentId: string;
  kind: "sign-in" | "watch";
  sessionId?: string | null;
  leaseId?: string | null;
  /** Phone or browser of the attempt, if known. */
  device: string | null;
}

/**
 * Records the attempt as a fact after the refused work is rolled back. Reads where the person is counted: an overlapping session,
 * or the open lesson.
 */
export function keepRefusedPresence(context: Context, refused: RefusedPresence): void {
  const { personId, enrolmentId, kind, sessionId = null, leaseId = null, device } = refused;
  const { now } = context;
  context.keepWhenRefused((db) =>
    sql`
      insert into refused_presence (person_id, enrolment_id, kind, session_id, lease_id, elsewhere_session_id, elsewhere_lease_id, device, at)
      values (${personId}, ${enrolmentId}, ${kind}, ${sessionId}, ${leaseId},
        (select a.session_id from attendance a where a.person_id = ${personId} and a.hours > 0
           and a.session_id is distinct from ${sessionId}::uuid
           and a.during && coalesce((select tstzrange(s.starts_at, s.ends_at) from class_session s where s.id = ${sessionId}::uuid), tstzrange(${now}, ${now}, '[]'))
         order by lower(a.during) limit 1),
        (select w.id from watch_lease w where w.person_id = ${personId} and w.ended_at is null and w.id is distinct from ${leaseId}::uuid),
        ${device}, ${now})
      on conflict do nothing`.execute(db),
  );
}
