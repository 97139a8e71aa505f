import { county } from "@jinengtong/county";
import { COURSES, type Door, type Policy } from "@jinengtong/policy";
import { PLAIN_TRADE, tradeOf } from "@jinengtong/standards";
import { z } from "zod";
import { listedStandards } from "../../catalogue/index.ts";
import type { Database } from "../../kernel/database.ts";
import { Fen } from "../../kernel/shapes.ts";
import { openByTrade } from "../../training/index.ts";

export const ListedTrade = z.strictObject({
  key: z.string().describe("职业（工种）编码；创业课程前面有 course:"),
  name: z.string(),
  drawing: z.string().describe("线描图的名字"),
  words: z.array(z.string()).describe("大家找它时说的话"),
  shortage: z.boolean().describe("当年紧缺"),
  mostFen: Fen.nullable().describe("补贴目录里的标准，最高的一级，培训加鉴定；课程没有列在目录里"),
  levels: z.array(z.strictObject({ level: z.number().int(), fen: Fen })),
  classes: z.number().int().describe("正在报名的班"),
});
export type ListedTrade = z.output<typeof ListedTrade>;

const COURSE = "course:";
/** The course of a trade's key; null for an occupation. */
export const courseOf = (key: string): string | null => (key.startsWith(COURSE) ? key.slice(COURSE.length) : null);

/**
 * Occupations of the list in force today with the sum that it gives them, those with a drawing first, then by open classes and sum; behind
 * them the programme's own courses that its doors name.
 */
export async function listedTrades(
  db: Database,
  policy: Policy,
  doors: readonly Door[],
  today: string,
): Promise<ListedTrade[]> {
  const [standards, open] = await Promise.all([
    listedStandards(db, { region: county().region.code, date: today }),
    openByTrade(db, today),
  ]);
  const trades = [...Map.groupBy(standards, ({ occupation }) => occupation)].map(([key, rows]): ListedTrade => {
    const levels = rows.map(({ level, trainingFen, assessmentFen }) => ({ level, fen: trainingFen + assessmentFen }));
    return {
      key,
      name: rows[0]?.occupationName ?? key,
      drawing: tradeOf(key)?.drawing ?? PLAIN_TRADE,
      words: [...(tradeOf(key)?.words ?? [])],
      shortage: rows[0]?.shortage ?? false,
      mostFen: Math.max(...levels.map(({ fen }) => fen)),
      levels,
      classes: open.reduce((sum, one) => sum + (one.occupation === key ? one.classes : 0), 0),
    };
  });
  const names: Readonly<Record<string, string>> = { ...COURSES, ...policy.rules.vocabulary?.courses };
  const courses = doors.flatMap(({ questions }) =>
    questions.flatMap((one) => (one.kind === "trade" ? one.courses : [])),
  );
  return [
    ...trades.toSorted(
      (a, b) =>
        Number(a.drawing === PLAIN_TRADE) - Number(b.drawing === PLAIN_TRADE) ||
        Number(b.classes > 0) - Number(a.classes > 0) ||
        Number(b.shortage) - Number(a.shortage) ||
        (b.mostFen ?? 0) - (a.mostFen ?? 0),
    ),
    ...[...new Set(courses)].map((course) => ({
      key: `${COURSE}${course}`,
      name: names[course] ?? course,
      drawing: PLAIN_TRADE,
      words: ["创业", "开店", "当老板"],
      shortage: false,
      mostFen: null,
      levels: [],
      classes: 0,
    })),
  ];
}
