import { addMonths } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate } from "../../kernel/shapes.ts";

type Day = z.output<typeof CivilDate>;
const Step = z.object({
  title: z.string(),
  kind: z.enum(["level", "title"]).describe("更高的等级，或工程系列职称"),
  from: z.string().describe("凭哪本证书"),
  askableFrom: CivilDate.describe("最早哪一天可以申报；工作年限按证书日期推算"),
  open: z.boolean(),
  conditions: z.string(),
  source: z.string(),
});

/** 我接下来能考什么: steps that follow one's highest certificate of each occupation, and from which day they may be asked for. */
export const myCareerSteps = operation({
  method: "GET",
  path: "/api/v1/me/career-steps",
  summary: "我接下来能考什么",
  permission: { roles: ["learner"] },
  output: z.object({ steps: z.array(Step) }),
  async run(context) {
    const found = await sql<{
      title: string;
      to_level: number | null;
      years: number;
      conditions: string;
      source: string;
      occupation_name: string;
      serial: string;
      since: Day;
    }>`
      with held as (
        select distinct on (f.occupation, f.level) f.occupation, f.occupation_name, f.level, f.serial, f.issued_on as since
        from certificate f where f.person_id = ${context.actor.personId} and f.kind in ('skill-level', 'professional-qualification')
          and f.level between 1 and 5 and not exists (select from certificate_revocation v where v.certificate_id = f.id)
        order by f.occupation, f.level, f.issued_on)
      select c.title, c.to_level, c.years, c.conditions, c.source, h.occupation_name, h.serial, h.since
      from held h join career_step c on c.from_level = h.level and ${context.today}::date <@ daterange(c.effective_from, c.effective_to, '[)')
      where not exists (select from held other where other.occupation = h.occupation and other.level < h.level)
      order by h.occupation_name, c.to_level nulls last, c.id`.execute(context.db);
    return {
      steps: found.rows.map((row) => {
        const askableFrom = addMonths(row.since, row.years * 12);
        return {
          title: row.to_level === null ? row.title : `${row.occupation_name} ${row.title}`,
          kind: row.to_level === null ? ("title" as const) : ("level" as const),
          from: `${row.occupation_name} ${row.serial}（${row.since}）`,
          askableFrom,
          open: askableFrom <= context.today,
          conditions: row.conditions,
          source: row.source,
        };
      }),
    };
  },
});
