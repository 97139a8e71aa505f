import { z } from "zod";
import { BEHALF, Behalf, type Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import type { Database } from "../../kernel/database.ts";
import { conflict, forbidden, notFound } from "../../kernel/problem.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { windowStates } from "./window-states.ts";

interface ById {
  params: { id: string };
}

/** Owner of a window session: the person served, and the officers of the window's region. */
export async function windowOwner(context: Context, { params }: ById): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("window_session")
    .select(["person_id as personId", "region"])
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ?? null;
}

export const WindowState = z.enum(["asked", "open", "ended"]);
export const ConsentKind = z.enum(["code", "paper", "officer"]);
export const CONSENT_LABELS = { code: "短信验证码", paper: "签字的同意书", officer: "另一位工作人员确认" } as const;

export const WindowRow = z.object({
  id: Id,
  number: z.number().int(),
  personId: Id,
  personName: z.string(),
  citizenIdMasked: z.string(),
  officerId: Id,
  officerName: z.string(),
  purposes: z.array(Behalf),
  purposeLabels: z.array(z.string()),
  state: WindowState,
  stateLabel: z.string(),
  consentKind: ConsentKind.nullable(),
  consentLabel: z.string().nullable(),
  consentBy: z.string().nullable().describe("确认的另一位工作人员"),
  askedAt: Instant,
  openedAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});

export const windowRows = (db: Database) =>
  db
    .selectFrom("window_session as w")
    .innerJoin("person as p", "p.id", "w.person_id")
    .innerJoin("account as o", "o.id", "w.officer_id")
    .leftJoin("account as c", "c.id", "w.consent_by")
    .selectAll("w")
    .select(["p.name as person_name", "p.citizen_id_masked", "p.town", "p.phone_masked"])
    .select(["o.name as officer_name", "c.name as consent_name"]);

type Raw = Awaited<ReturnType<ReturnType<typeof windowRows>["executeTakeFirstOrThrow"]>>;

export function shownWindow(row: Omit<Raw, "town" | "phone_masked">, now: Date): z.output<typeof WindowRow> {
  // Its time is over, whether or not somebody has pressed the button.
  const over = row.state === "open" && row.expires_at !== null && row.expires_at <= now;
  const state = over ? "ended" : row.state;
  const purposes = Behalf.array().parse(row.purposes);
  return {
    id: row.id,
    number: row.number,
    personId: row.person_id,
    personName: row.person_name,
    citizenIdMasked: row.citizen_id_masked,
    officerId: row.officer_id,
    officerName: row.officer_name,
    purposes,
    purposeLabels: purposes.map((purpose) => BEHALF[purpose]),
    state,
    stateLabel: windowStates.states[state].label,
    consentKind: row.consent_kind,
    consentLabel: row.consent_kind === null ? null : CONSENT_LABELS[row.consent_kind],
    consentBy: row.consent_name,
    askedAt: row.asked_at.toISOString(),
    openedAt: row.opened_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
    endedAt: (row.ended_at ?? (over ? row.expires_at : null))?.toISOString() ?? null,
  };
}

/** The session of this officer that waits for consent, locked. */
export async function lockAsked(context: Context, id: string): Promise<{ personId: string; purposes: string[] }> {
  const row = await context.db
    .selectFrom("window_session")
    .select(["person_id", "officer_id", "state", "purposes"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound("这次代办");
  if (row.officer_id !== context.actor.accountId)
    throw forbidden("这次代办由另一位工作人员接待，请由其本人办理。", "window-of-another");
  if (row.state !== "asked") throw conflict("window-session-state", "这次代办已经开始或结束，请刷新页面查看。");
  return { personId: row.person_id, purposes: row.purposes };
}
