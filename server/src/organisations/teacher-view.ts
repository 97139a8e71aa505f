import { z } from "zod";
import type { Database } from "../kernel/database.ts";
import { Id } from "../kernel/shapes.ts";
import "./tables.ts";

export const EMPLOYMENTS = { "full-time": "专职", "part-time": "兼职", "enterprise-trainer": "企业导师" } as const;
export const Employment = z.enum(["full-time", "part-time", "enterprise-trainer"]);
export const Occupations = z
  .array(z.string().regex(/^\d-\d{2}-\d{2}-\d{2}$/, "职业代码形如 6-31-01-03"))
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

/** Teachers of an organisation with their names and masked numbers. */
export const teachersOf = (db: Database, organisationId: string) =>
  db
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
    ])
    .where("teacher.organisation_id", "=", organisationId);
