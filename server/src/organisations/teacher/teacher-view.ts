import { z } from "zod";
import { sql, type Database } from "../../kernel/database.ts";
import { Id, OccupationCode, SearchText } from "../../kernel/shapes.ts";
import { byId, byName, byText, sortable } from "../../kernel/sorting.ts";
import "../tables.ts";

export const EMPLOYMENTS = { "full-time": "专职", "part-time": "兼职", "enterprise-trainer": "企业导师" } as const;
export const Employment = z.enum(["full-time", "part-time", "enterprise-trainer"]);
export const Occupations = z
  .array(OccupationCode)
  .max(30, "一名教师最多登记 30 个职业")
  .transform((codes) => [...new Set(codes)]);

/** A teacher as the organisation and the bureau see one (L11). */
export const Teacher = z.strictObject({
  id: Id,
  personId: Id,
  name: z.string(),
  citizenIdMasked: z.string(),
  phoneMasked: z.string().nullable(),
  employment: Employment,
  employmentLabel: z.string(),
  occupations: z.array(z.string()),
  qualification: z.string().nullable(),
  state: z.enum(["active", "left"]),
});

export type TeacherRow = z.output<typeof Teacher>;

export const TeacherFilter = z.object({
  state: z.enum(["active", "left"]).optional(),
  occupation: z.string().max(20).optional(),
  q: SearchText(50).optional().describe("姓名开头"),
});

export const TEACHER_ORDER = sortable({
  columns: {
    name: byName("person.name"),
    employment: byText("teacher.employment"),
    qualification: byName("teacher.qualification", "first"),
    state: byText("teacher.state"),
  },
  unique: byId("teacher.id"),
  usual: "name",
});

/** One page of the teachers of an organisation. */
export async function teacherPage(
  db: Database,
  organisationId: string,
  filter: z.output<typeof TeacherFilter>,
  request: Parameters<typeof TEACHER_ORDER.page>[0],
): Promise<{ rows: TeacherRow[]; nextCursor: string | null }> {
  const page = TEACHER_ORDER.page(request);
  let query = db
    .selectFrom("teacher")
    .innerJoin("person", "person.id", "teacher.person_id")
    .select([
      "teacher.id",
      "teacher.person_id as personId",
      "person.name",
      "person.citizen_id_masked as citizenIdMasked",
      "person.phone_masked as phoneMasked",
      "teacher.employment",
      "teacher.occupations",
      "teacher.qualification",
      "teacher.state",
      page.place,
    ])
    .where("teacher.organisation_id", "=", organisationId)
    .where(page.beyond)
    .orderBy(page.order)
    .limit(page.limit);
  if (filter.state !== undefined) query = query.where("teacher.state", "=", filter.state);
  if (filter.occupation !== undefined)
    query = query.where(sql<boolean>`${filter.occupation} = any(teacher.occupations)`);
  if (filter.q !== undefined) query = query.where("person.name", "like", `${filter.q.replace(/[\\%_]/g, "\\$&")}%`);
  const cut = await page.read(db, query);
  return {
    ...cut,
    rows: cut.rows.map((row) => ({ ...row, employmentLabel: EMPLOYMENTS[row.employment] })),
  };
}
