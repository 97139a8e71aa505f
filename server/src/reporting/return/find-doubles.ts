import type { ReturnForm } from "@jinengtong/returns";
import { notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { findReturn, returnTitle } from "../../organisations/index.ts";
import "../tables.ts";

/** Days between two starts within which one person's training of an occupation is one, as the form says. */
const daysOf = (form: ReturnForm): number | undefined => form.rows?.sameTraining?.days;

/** Occupation and first day of a row `v`, in the words that two offices' rows are compared by. */
const occupation = (row: string) => sql.raw(`lower(${row}.content ->> 'occupation')`);
const startedOn = (row: string) => sql.raw(`(${row}.content ->> 'startedOn')::date`);

/** Finds doubles when a return is sent, and tells its office and those whose rows they are. Running again finds no more. */
export const findDoubles: Subscription<"period-return-sent"> = {
  event: "period-return-sent",
  name: "find-return-doubles",
  title: "查找部门报送的重复培训",
  async run(context, { returnId }) {
    const given = await findReturn(context, returnId);
    const days = daysOf(given.form);
    if (days === undefined) return;
    const found =
      (await doublesOfOffices(context, returnId, given.form.code, days)) + (await ownDoubles(context, returnId, days));
    if (found === 0) return;
    const text = `${returnTitle(given)}中有 ${found} 行与别的部门或本平台已有的培训重复，请核对由谁支付补贴。`;
    await notifyOrganisation(context, given.organisationId, { template: "doubles-found", subject: returnId, text });
  },
};

async function doublesOfOffices(context: Context, returnId: string, form: string, days: number): Promise<number> {
  const made = await sql<{ office: string }>`
    insert into return_double (row_id, other_row_id, found_on)
    select distinct on (v.id) v.id, w.id, ${context.today}::date
    from sent_return_row v
    join sent_return_row w on w.id_number_hash = v.id_number_hash and w.return_id <> v.return_id and w.form_code = ${form}
      and ${occupation("w")} = ${occupation("v")} and abs(${startedOn("w")} - ${startedOn("v")}) <= ${days}::int
    where v.return_id = ${returnId}
      and not exists (select from return_double d where (d.row_id, d.other_row_id) in ((v.id, w.id), (w.id, v.id)))
    order by v.id, w.submitted_at, w.id
    on conflict do nothing
    returning (select organisation_id from sent_return_row w where w.id = other_row_id) as office`.execute(context.db);
  for (const [office, rows] of Map.groupBy(made.rows, (row) => row.office))
    await notifyOrganisation(context, office, {
      template: "doubles-found",
      text: `本部门报送的 ${rows.length} 行与别的部门新报的培训重复，请核对由谁支付补贴。`,
    });
  return made.rows.length;
}

async function ownDoubles(context: Context, returnId: string, days: number): Promise<number> {
  const made = await sql`
    insert into return_double (row_id, enrolment_id, found_on)
    select distinct on (v.id) v.id, e.id, ${context.today}::date
    from sent_return_row v join identified_person p on p.hash = v.id_number_hash join enrolment e on e.person_id = p.id
    join training_class c on c.id = e.class_id
    where v.return_id = ${returnId} and e.state in ('enrolled', 'completed', 'failed')
      and c.state in ('approved', 'running', 'suspended', 'completed', 'closed')
      and ${occupation("v")} in (lower(c.occupation), lower(c.occupation_name)) and abs(c.starts_on - ${startedOn("v")}) <= ${days}::int
    order by v.id, c.starts_on on conflict do nothing returning id`.execute(context.db);
  return made.rows.length;
}
