import { county } from "@jinengtong/county";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Fen, SearchText } from "../../kernel/shapes.ts";
import { Level } from "../class/shapes.ts";
import { meantBy } from "../open/words-of-trades.ts";

const MOST = 12;

/** Sums that the published list pays for the trades somebody looks for, and how many classes of them are open. */
export const publishedTrades = operation({
  method: "GET",
  path: "/api/v1/trades",
  summary: "按工种查补贴标准和在招的班",
  permission: { public: true },
  query: z.object({ q: SearchText(40) }),
  output: z.object({
    rows: z.array(
      z.object({
        occupation: z.string(),
        occupationName: z.string(),
        level: Level,
        subsidyFen: Fen.describe("培训和鉴定补贴标准"),
        shortage: z.boolean(),
        openClasses: z.number().int().describe("还能报名的班"),
      }),
    ),
  }),
  async run(context, { query }) {
    if (query.q === "") return { rows: [] };
    const { code } = county().region;
    const listOn = (list: "occupations" | "shortage") => sql`
      select v.id from catalogue_version v where v.list = ${list} and starts_with(${code}, v.region) and v.effective_from <= ${context.today}::date
        and (v.effective_to is null or ${context.today}::date < v.effective_to) order by length(v.region) desc, v.effective_from desc limit 1`;
    const found = await sql<{
      occupation: string;
      occupationName: string;
      level: number;
      subsidyFen: number;
      shortage: boolean;
      openClasses: number;
    }>`
      select t.occupation, t.occupation_name as "occupationName", t.level, t.training_fen + t.assessment_fen as "subsidyFen",
        exists (select from shortage_occupation s where s.version_id = (${listOn("shortage")}) and s.occupation = t.occupation) as shortage,
        (select count(*)::int from training_class c where c.region = ${code} and c.state = 'approved' and c.open_enrolment
          and c.occupation = t.occupation and c.level = t.level) as "openClasses"
      from training_standard t where t.version_id = (${listOn("occupations")}) and ${meantBy(query.q, "t.occupation_name", "t.occupation")}
      order by t.level desc, t.training_fen + t.assessment_fen desc, t.occupation limit ${MOST}`.execute(context.db);
    return { rows: found.rows };
  },
});
