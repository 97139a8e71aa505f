import { type Period, ReturnForm, type RowSums, rowTerms, type Values } from "@jinengtong/returns";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { json, sql } from "../../kernel/database.ts";
import { conflict, forbidden, notFound, unacceptable } from "../../kernel/problem.ts";
import type { KeptForm } from "../../kernel/forms.ts";
import { organisationOwner } from "../organisation/organisation-view.ts";
import { OPEN, type ReturnState, returnStates } from "./return-states.ts";

export interface ReturnRecord {
  id: string;
  form: ReturnForm;
  period: Period;
  organisationId: string;
  region: string;
  dueOn: string;
  state: ReturnState;
  version: number;
  figures: Values;
  note: string | null;
  rowCount: number;
  firstSubmittedOn: string | null;
  submittedBy: string | null;
  submittedAt: Date | null;
}

const known = new Map<string, ReturnForm>();

/** A kept form by its digest. A digest stands for one content for ever, so each is read once. */
export async function formOf(context: Context, digest: Buffer): Promise<ReturnForm> {
  const key = digest.toString("hex");
  const found = known.get(key);
  if (found) return found;
  const row = await context.db
    .selectFrom("period_form")
    .select("definition")
    .where("digest", "=", digest)
    .executeTakeFirstOrThrow();
  const form = ReturnForm.parse(row.definition);
  known.set(key, form);
  return form;
}

/** Keeps a form whole before something rests on it. Refuses a file that changed under the same version. */
export async function keepForm(context: Context, { form, digest }: KeptForm): Promise<void> {
  await sql`
    insert into period_form (digest, code, version, definition, kept_at)
    values (${digest}, ${form.code}, ${form.version}, ${json(form)}, ${context.now}) on conflict (digest) do nothing`.execute(
    context.db,
  );
}

/** The published form of a period. */
export function publishedForm(context: Context, code: string, period: Period): KeptForm {
  const found = context.services.forms.of(code, period);
  if (!found)
    throw unacceptable("no-such-form", "没有这份表，或它在这一期还没有启用。请从报表列表中选择。", [
      { pointer: "/period", detail: "没有可用的表" },
    ]);
  return found;
}

async function readReturn(context: Context, id: string, locked: boolean): Promise<ReturnRecord> {
  const found = await sql<Omit<ReturnRecord, "form"> & { digest: Buffer }>`
    select id, form_digest as digest, period, organisation_id as "organisationId", region, due_on as "dueOn", state, version, figures, note,
      row_count as "rowCount", first_submitted_on as "firstSubmittedOn", submitted_by as "submittedBy", submitted_at as "submittedAt"
    from period_return where id = ${id} ${locked ? sql`for update` : sql``}`.execute(context.db);
  const [row] = found.rows;
  if (!row) throw notFound("这份报表");
  const { digest, ...rest } = row;
  return { ...rest, form: await formOf(context, digest) };
}

export const findReturn = (context: Context, id: string): Promise<ReturnRecord> => readReturn(context, id, false);
export const lockReturn = (context: Context, id: string): Promise<ReturnRecord> => readReturn(context, id, true);

/** Locks a return that is to be filled in; refuses one that was sent. */
export async function lockOpenReturn(context: Context, id: string): Promise<ReturnRecord> {
  const found = await lockReturn(context, id);
  if (!OPEN.includes(found.state))
    throw conflict(
      "return-not-open",
      `这份报表当前为“${returnStates.states[found.state].label}”，不能再改。${
        found.state === "accepted" || found.state === "locked"
          ? "确需更正的，请联系人社部门说明理由，由其重新打开。"
          : "需要改的，请联系审核人退回。"
      }`,
      { state: found.state },
    );
  return found;
}

/** Owner of a return, for `over`. A department's officer has those of their own office alone. */
export async function returnOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("period_return")
    .select("organisation_id")
    .where("id", "=", params.id)
    .executeTakeFirst();
  if (!row) return null;
  const { role, organisationId } = context.actor;
  if (role === "department" && row.organisation_id !== organisationId)
    throw forbidden("这份报表由别的部门报送，只有该部门和人社部门可以查看。", "not-own-return");
  return organisationOwner(context, { params: { id: row.organisation_id } });
}

/** Alive rows of the version that is being filled in or was sent last; `v` as the alias of the row. */
export const LIVE = sql<boolean>`v.to_version is null`;

/** Sums that the form's relations ask of the rows, reckoned where they lie. */
export async function sumsOf(context: Context, id: string, form: ReturnForm): Promise<RowSums> {
  const terms = rowTerms(form);
  if (terms.length === 0) return {};
  const idCode = form.rows?.columns.find(({ kind }) => kind === "citizen-id")?.code;
  const sums = terms.map((term) => {
    const [how, column = ""] = term.split(":");
    if (how === "rows") return sql`count(*)::float8`;
    if (how === "sum") return sql`coalesce(sum((v.content ->> ${column})::numeric), 0)::float8`;
    return column === idCode
      ? sql`count(distinct v.id_number_hash)::float8`
      : sql`count(distinct v.content ->> ${column})::float8`;
  });
  const found = await sql<{ sums: number[] }>`
    select array[${sql.join(sums)}] as sums from period_return_row v where v.return_id = ${id} and ${LIVE}`.execute(
    context.db,
  );
  return Object.fromEntries(terms.map((term, at) => [term, found.rows[0]?.sums[at] ?? 0]));
}
