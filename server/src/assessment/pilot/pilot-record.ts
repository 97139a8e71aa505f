import { z } from "zod";
import { type Database, sql } from "../../kernel/database.ts";
import { CivilDate } from "../../kernel/shapes.ts";
import { PILOT_LEVELS } from "./pilot-states.ts";

export const PilotCertificate = z.object({
  certificate: z.string(),
  levelLabel: z.string().describe("证书自己的等级，不是职业技能等级"),
  number: z.string(),
  evaluatorName: z.string(),
  onDate: CivilDate,
  credits: z.array(z.object({ course: z.string(), points: z.number() })),
});
export type PilotCertificate = z.output<typeof PilotCertificate>;

/** Certificates that a person obtained in pilots. */
export async function pilotCertificatesOf(db: Database, personId: string): Promise<PilotCertificate[]> {
  const found = await sql<Omit<PilotCertificate, "levelLabel"> & { level: keyof typeof PILOT_LEVELS }>`
    select t.certificate, t.level, r.number, v.name as "evaluatorName", r.on_date as "onDate",
      (select coalesce(json_agg(json_build_object('course', k.course, 'points', k.points_hundredths / 100.0) order by k.course), '[]')
        from pilot_credit k where k.candidate_id = c.id) as credits
    from pilot_candidate c join pilot t on t.id = c.pilot_id join organisation v on v.id = t.evaluator_id
    join pilot_result r on r.candidate_id = c.id and r.passed and not exists (select from pilot_result x where x.replaces = r.id)
    where c.person_id = ${personId} order by r.on_date, t.certificate`.execute(db);
  return found.rows.map(({ level, ...row }) => ({ ...row, levelLabel: PILOT_LEVELS[level] }));
}

const DEGREES: readonly [level: string, label: string][] = [
  ["doctor", "博士"],
  ["master", "硕士"],
  ["bachelor", "本科"],
  ["college", "大专"],
  ["secondary", "中专"],
];

/** 中专 + 2 X: the highest degree and how many certificates beside it; null without any. */
export function pilotLine(degrees: readonly { level: string }[], certificates: number): string | null {
  if (certificates === 0) return null;
  const highest = DEGREES.find(([level]) => degrees.some((degree) => degree.level === level))?.[1];
  return highest === undefined ? `${certificates} X` : `${highest} + ${certificates} X`;
}
