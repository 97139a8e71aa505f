import { county } from "@jinengtong/county";
import { z } from "zod";
import { listedStandards } from "../../catalogue/index.ts";
import { operation } from "../../kernel/operation.ts";
import { Fen, SearchText } from "../../kernel/shapes.ts";
import { Level } from "../class/shapes.ts";
import { openByTrade } from "../open/takes-people.ts";
import { isMeant } from "../open/words-of-trades.ts";

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
    const listed = await listedStandards(context.db, { region: county().region.code, date: context.today });
    const meant = listed
      .filter(({ occupationName, occupation }) => isMeant(query.q, occupationName, occupation))
      .map(({ trainingFen, assessmentFen, ...row }) => ({ ...row, subsidyFen: trainingFen + assessmentFen }))
      .toSorted((a, b) => b.level - a.level || b.subsidyFen - a.subsidyFen)
      .slice(0, MOST);
    const open = await openByTrade(context.db, context.today);
    return {
      rows: meant.map(({ requiredHours: _hours, ...row }) => ({
        ...row,
        openClasses: open.find((one) => one.occupation === row.occupation && one.level === row.level)?.classes ?? 0,
      })),
    };
  },
});
