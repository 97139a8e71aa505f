import type { ReturnForm } from "@jinengtong/returns";
import type { RawBuilder } from "kysely";
import type { Actor } from "../../kernel/actor.ts";
import { sql } from "../../kernel/database.ts";
import type { KINDS as ORGANISATION_KINDS } from "../organisation/organisation-view.ts";

type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** Kinds of organisations that return a form, by its reporter. */
const KINDS: Readonly<Record<ReturnForm["reporter"], readonly OrganisationKind[]>> = {
  office: ["department"],
  enterprise: ["enterprise", "co-operative", "hr-service"],
  school: ["training-institution", "vocational-school"],
};

export const kindsOf = (form: ReturnForm): readonly OrganisationKind[] => KINDS[form.reporter];

/** Organisations `o` that owe a return due on a day: of that kind, not left, and registered by then. */
export const owes = (form: ReturnForm, dueOn: RawBuilder<unknown>): RawBuilder<boolean> => sql<boolean>`
  o.kind = any(${kindsOf(form)}::text[]) and o.state <> 'exited'
  and (o.created_at at time zone 'Asia/Shanghai')::date <= ${dueOn}::date`;

/** Organisations `o` of the actor's region: the county's officers have all, a town's those of the town. */
export const ofRegion = (actor: Actor): RawBuilder<boolean> => sql<boolean>`
  (case when o.town like o.region || '%' then o.town else o.region end) like ${`${actor.region}%`}`;
