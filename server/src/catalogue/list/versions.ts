import type { CivilDate as CivilDateText } from "@jinengtong/standards";
import { createHash } from "node:crypto";
import { z } from "zod";
import { canonical } from "../../kernel/audit.ts";
import type { Context } from "../../kernel/context.ts";
import { sql, type Database } from "../../kernel/database.ts";
import { notFound } from "../../kernel/problem.ts";
import { CivilDate, Id, Instant } from "../../kernel/shapes.ts";
import { LISTS, type List, type ListRow } from "./lists.ts";

/** A published version of a list. */
export const Version = z.object({
  id: Id,
  version: z.number().int(),
  effectiveFrom: CivilDate,
  effectiveTo: CivilDate.nullable(),
  note: z.string(),
  sample: z.boolean().describe("示例数据"),
  digest: z.string(),
  publishedAt: Instant,
});
export type Version = z.output<typeof Version>;

interface Row {
  id: string;
  version: number;
  effective_from: CivilDateText;
  effective_to: CivilDateText | null;
  note: string;
  sample: boolean;
  digest: string;
  published_at: Date;
}

const toVersion = (row: Row): Version => ({
  id: row.id,
  version: row.version,
  effectiveFrom: row.effective_from,
  effectiveTo: row.effective_to,
  note: row.note,
  sample: row.sample,
  digest: row.digest,
  publishedAt: row.published_at.toISOString(),
});

/** All versions of a list, newest first. */
export async function versionsOf(db: Database, list: List, region: string): Promise<Version[]> {
  const rows = await db
    .selectFrom("catalogue_version")
    .select(["id", "version", "effective_from", "effective_to", "note", "sample", "digest", "published_at"])
    .where("list", "=", list)
    .where("region", "=", region)
    .orderBy("version", "desc")
    .execute();
  return rows.map(toVersion);
}

/** One version by number; the one in force on a day; or the one in force today, else the newest. */
export async function findVersion(
  context: Context,
  list: List,
  region: string,
  wanted: { version?: number | undefined; on?: string | undefined },
): Promise<Version> {
  const versions = await versionsOf(context.db, list, region);
  const inForce = (day: string): Version | undefined =>
    versions.find((each) => each.effectiveFrom <= day && (each.effectiveTo === null || day < each.effectiveTo));
  const found =
    wanted.version !== undefined
      ? versions.find((each) => each.version === wanted.version)
      : wanted.on !== undefined
        ? inForce(wanted.on)
        : (inForce(context.today) ?? versions[0]);
  if (!found) throw notFound(`${LISTS[list]}的这个版本`);
  return found;
}

/** The rows of one version in the order of their keys. */
export async function rowsOf(db: Database, list: List, versionId: string): Promise<ListRow[]> {
  if (list === "occupations") {
    const rows = await db
      .selectFrom("training_standard")
      .selectAll()
      .where("version_id", "=", versionId)
      .orderBy("occupation")
      .orderBy("level", "desc")
      .execute();
    return rows.map((row) => ({
      key: `${row.occupation}:${row.level}`,
      data: {
        occupation: row.occupation,
        occupationName: row.occupation_name,
        level: row.level,
        edition: row.edition,
        trainingFen: row.training_fen,
        assessmentFen: row.assessment_fen,
        requiredHours: row.required_hours,
      },
    }));
  }
  if (list === "shortage") {
    const rows = await db
      .selectFrom("shortage_occupation")
      .selectAll()
      .where("version_id", "=", versionId)
      .orderBy("occupation")
      .execute();
    return rows.map((row) => ({
      key: row.occupation,
      data: { occupation: row.occupation, occupationName: row.occupation_name },
    }));
  }
  const found =
    await sql<ListRow>`select key, data from catalogue_row where version_id = ${versionId} order by key`.execute(db);
  return found.rows;
}

/** Digest of a version's canonical content, which anyone can compute again; independent of the order of rows. */
export function digestOf(list: List, region: string, effectiveFrom: string, rows: readonly ListRow[]): string {
  const ordered = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ key, data }) => ({ key, data }));
  const content = canonical({ list, region, effectiveFrom, rows: ordered });
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
