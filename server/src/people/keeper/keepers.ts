import { county } from "@jinengtong/county";
import type { Context } from "../../kernel/context.ts";
import { type Database, sql } from "../../kernel/database.ts";
import { forbidden } from "../../kernel/problem.ts";
import { type Subject, subjectLabel } from "./subjects.ts";

/** An office that keeps a register; `id` is null for the human-resources bureau. */
export interface Office {
  id: string | null;
  name: string;
}

/** Offices of each of these registers. One that nobody was put in charge of is the bureau's. */
export async function keepersOf(db: Database, subjects: readonly Subject[]): Promise<Map<Subject, Office[]>> {
  const found = await sql<{ subject: Subject; id: string | null; name: string | null }>`
    select k.subject, o.id, o.name from register_keeper k left join organisation o on o.id = k.organisation_id
    where k.subject = any(${[...subjects]}::text[]) order by k.subject, o.name nulls first`.execute(db);
  const bureau = { id: null, name: county().offices.bureau.name };
  const named = Map.groupBy(found.rows, (row) => row.subject);
  return new Map(
    subjects.map((subject) => [
      subject,
      named.get(subject)?.map(({ id, name }) => (id === null ? bureau : { id, name: name ?? "" })) ?? [bureau],
    ]),
  );
}

/** Names of the offices that keep each of these registers. */
export async function suppliersOf(db: Database, subjects: readonly Subject[]): Promise<Map<Subject, string[]>> {
  const keepers = await keepersOf(db, [...new Set(subjects)]);
  return new Map([...keepers].map(([subject, offices]) => [subject, offices.map(({ name }) => name)]));
}

/** Whether the actor's office is one of these: reviewers are the bureau's, an officer of a department is of their own. */
export function isOfOffice(context: Context, offices: readonly Pick<Office, "id">[]): boolean {
  const { role, organisationId } = context.actor;
  return offices.some(({ id }) => (id === null ? role === "reviewer" : role === "department" && organisationId === id));
}

/**
 * Refuses whoever isn't of an office that keeps this register, and names the one that is. Every door through which a fact or a group is
 * entered, confirmed or ended passes here.
 */
export async function requireKeeper(context: Context, subject: Subject): Promise<void> {
  const offices = (await keepersOf(context.db, [subject])).get(subject) ?? [];
  if (isOfOffice(context, offices)) return;
  throw forbidden(
    `“${subjectLabel(subject)}”由${offices.map(({ name }) => name).join("、")}登记和确认，您的账号所在单位不管这份名册。请转该部门办理；职责有误请联系系统管理员在“名册职责”中更正。`,
    "not-the-keeper",
  );
}

/** Id of the actor's office: null for the bureau. Refuses an account of a department that names none. */
export function officeOf(context: Context): string | null {
  const { role, organisationId } = context.actor;
  if (role === "reviewer") return null;
  if (organisationId === null)
    throw forbidden("您的账号没有登记所在部门，不能导入名册。请联系系统管理员补登。", "office-unknown");
  return organisationId;
}
