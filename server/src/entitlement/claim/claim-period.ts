import { addMonths, civilDate, type CivilDate } from "@jinengtong/standards";
import { sql } from "../../kernel/database.ts";
import { DEAD } from "../claim-states.ts";

/** A claim must be filed within this many months of its certificate. */
const CLAIM_MONTHS = 12;

/** Last day on which a claim can be filed for a certificate issued on that day. */
export const lastDayToAsk = (issuedOn: string): CivilDate => addMonths(civilDate(issuedOn), CLAIM_MONTHS);

/** Certificates issued before this day can't be claimed for any more. */
export const firstDayStillAskable = (today: string): CivilDate => addMonths(civilDate(today), -CLAIM_MONTHS);

/** SQL: `other` is an open or successful claim for what the ended claim `own` was for. Found by the index `claim_alive`. */
export const sameThing = (other: string, own: string) => {
  const [o, c] = [sql.raw(other), sql.raw(own)];
  return sql<boolean>`coalesce(${o}.person_id, ${o}.class_id) = coalesce(${c}.person_id, ${c}.class_id)
    and ${o}.id <> ${c}.id and ${o}.benefit = ${c}.benefit and ${o}.stage is not distinct from ${c}.stage
    and ${o}.person_id is not distinct from ${c}.person_id and ${o}.class_id is not distinct from ${c}.class_id
    and ${o}.certificate_id is not distinct from ${c}.certificate_id and ${o}.follows_id is not distinct from ${c}.follows_id
    and (${c}.certificate_id is not null or ${c}.class_id is not null or ${c}.organisation_id is null)
    and ${o}.state <> all(${[...DEAD]}::text[])`;
};
