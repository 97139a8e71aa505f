import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { gateCode } from "./gate-codes.ts";
import { Posting, toPosting } from "./list-postings.ts";
import { postingRule } from "./posting-rules.ts";
import { licenceSpans, standings } from "./posting-standing.ts";

type Day = z.output<typeof CivilDate>;

/** One's own posts and licences, each with the code to show at a gate, and who checked it. */
export const myPostings = operation({
  method: "GET",
  path: "/api/v1/me/postings",
  summary: "我的上岗证件",
  permission: { roles: ["learner"] },
  output: z.object({
    postings: z.array(Posting),
    licences: z.array(
      z.object({
        id: Id,
        itemName: z.string(),
        validTo: CivilDate.nullable(),
        reviewDueOn: CivilDate.nullable(),
        through: CivilDate,
        code: z.string().nullable().describe("出示给门岗扫的码；过期的没有"),
        checks: z.array(z.object({ at: Instant, colour: z.string() })).describe("最近几次核验"),
      }),
    ),
    codeDays: z.int(),
  }),
  async run(context) {
    const personId = context.actor.personId ?? "00000000-0000-0000-0000-000000000000";
    const found = await standings(context.today, sql`g.person_id = ${personId}`).execute(context.db);
    const rule = await postingRule(context.db, context.today);
    const licences = await sql<{
      id: string;
      item_name: string;
      valid_to: Day | null;
      review_due_on: Day | null;
      through: Day;
      name: string;
      citizen_id_masked: string;
      checks: { at: string; colour: string }[];
    }>`
      select distinct on (s.item) s.id, coalesce(i.name, s.item) as item_name, s.valid_to, s.review_due_on, s.through, p.name, p.citizen_id_masked,
        (select coalesce(json_agg(json_build_object('at', c.checked_at, 'colour', c.colour)), '[]') from (select * from gate_check k
          where k.licence_id = s.id order by k.checked_at desc limit 5) c) as checks
      from (${licenceSpans(context.today)}) s join person p on p.id = s.person_id
      left join posting_item i on i.code = s.item and ${context.today}::date <@ daterange(i.effective_from, i.effective_to, '[)')
      where s.person_id = ${personId} order by s.item, s.through desc, s.id`.execute(context.db);
    return {
      postings: found.rows
        .toSorted((a, b) => (a.from_on < b.from_on ? 1 : -1))
        .map((row) => toPosting(row, context.today)),
      licences: licences.rows.map((row) => ({
        id: row.id,
        itemName: row.item_name,
        validTo: row.valid_to,
        reviewDueOn: row.review_due_on,
        through: row.through,
        code:
          row.through < context.today
            ? null
            : gateCode(
                context,
                {
                  id: row.id,
                  name: row.name,
                  citizenIdMasked: row.citizen_id_masked,
                  itemName: row.item_name,
                  through: row.through,
                },
                rule.code_days,
              ),
        checks: row.checks.map(({ at, colour }) => ({ at: new Date(at).toISOString(), colour })),
      })),
      codeDays: rule.code_days,
    };
  },
});
