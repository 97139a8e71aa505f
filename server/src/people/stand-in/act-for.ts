import { type Actor, Behalf, covers, type StandIn } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { forbidden } from "../../kernel/problem.ts";
import type { Services } from "../../kernel/services.ts";
import { HELPED } from "./helped.ts";

/** A right as calls name it. Whatever isn't one stands for nothing. */
const RIGHT = /^(window|helper):([\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12})$/u;

/**
 * The account as it acts for somebody who agreed to it: at a window that this officer opened and whose time isn't over, or as the
 * relative whom they named. It keeps its own id, so that nobody reviews or pays what they did for somebody else.
 */
export async function actFor(actor: Actor, right: string, services: Services): Promise<Actor> {
  const [, kind, id] = RIGHT.exec(right) ?? [];
  const found =
    kind === undefined || id === undefined || actor.scopes !== null
      ? null
      : kind === "window"
        ? await atWindow(actor, id, services)
        : await asHelper(actor, id, services);
  if (found === null)
    throw forbidden("代办没有开始、已经结束或者到时间了，请重新征得本人同意后再办。", "no-right-to-act");
  return found;
}

async function atWindow(actor: Actor, id: string, services: Services): Promise<Actor | null> {
  if (actor.role !== "reviewer") return null;
  const now = services.clock.now();
  const row = await services.database
    .selectFrom("window_session as w")
    .innerJoin("person as p", "p.id", "w.person_id")
    .select(["w.purposes", "p.id", "p.town"])
    .where("w.id", "=", id)
    .where("w.officer_id", "=", actor.accountId)
    .where("w.state", "=", "open")
    .where("w.opened_at", "<=", now)
    .where("w.expires_at", ">", now)
    .executeTakeFirst();
  if (row === undefined || !covers(actor, { region: row.town })) return null;
  return inName(actor, row, { kind: "window", id, purposes: Behalf.array().parse(row.purposes), role: actor.role });
}

async function asHelper(actor: Actor, id: string, services: Services): Promise<Actor | null> {
  if (actor.role !== "learner" || actor.personId === null) return null;
  const row = await services.database
    .selectFrom("person_helper as h")
    .innerJoin("person as p", "p.id", "h.person_id")
    .select(["p.id", "p.town"])
    .where("h.id", "=", id)
    .where("h.helper_id", "=", actor.personId)
    .where("h.ended_at", "is", null)
    .executeTakeFirst();
  return row === undefined ? null : inName(actor, row, { kind: "helper", id, purposes: HELPED, role: actor.role });
}

const inName = (actor: Actor, person: { id: string; town: string }, standIn: StandIn): Actor => ({
  ...actor,
  role: "learner",
  region: person.town,
  organisationId: null,
  personId: person.id,
  standIn,
});

/** Writes the act down in its own transaction, where the database refuses it once the right has ended. */
export async function acted(context: Context, operation: string): Promise<void> {
  const { standIn, accountId } = context.actor;
  if (standIn === undefined) return;
  await context.db
    .insertInto("acted_for")
    .values({
      window_id: standIn.kind === "window" ? standIn.id : null,
      helping_id: standIn.kind === "helper" ? standIn.id : null,
      account_id: accountId,
      operation,
      subject_kind: context.auditSubject?.kind ?? null,
      subject_id: context.auditSubject?.id ?? null,
      at: context.now,
    })
    .execute();
}
