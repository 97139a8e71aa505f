import { county } from "@jinengtong/county";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id } from "../../kernel/shapes.ts";
import { isOfOffice, keepersOf } from "./keepers.ts";
import { SubjectCode, subjectLabel, SUBJECTS } from "./subjects.ts";
import { twoOfficers } from "./two-officers.ts";

/** `GET /api/v1/register-keepers`: each register with the offices that keep it, and whether the reader's does. */
export const listKeepers = operation({
  method: "GET",
  path: "/api/v1/register-keepers",
  summary: "名册职责",
  permission: { roles: ["reviewer", "department", "auditor", "admin"] },
  output: z.object({
    registers: z.array(
      z.strictObject({
        subject: SubjectCode,
        label: z.string(),
        kind: z.enum(["group", "fact"]),
        offices: z.array(z.strictObject({ id: Id.nullable(), name: z.string() })),
        mine: z.boolean().describe("本单位管的"),
        twoOfficers: z.boolean().describe("单个登记须由另一位工作人员确认"),
      }),
    ),
    departments: z.array(z.strictObject({ id: Id, name: z.string() })),
  }),
  async run(context) {
    const keepers = await keepersOf(context.db, SUBJECTS);
    const two = await twoOfficers(context.db);
    const departments = await sql<{ id: string; name: string }>`
      select id, name from organisation where kind = 'department' and region = ${county().region.code} order by name`.execute(
      context.db,
    );
    return {
      registers: SUBJECTS.map((subject) => {
        const offices = keepers.get(subject) ?? [];
        return {
          subject,
          label: subjectLabel(subject),
          kind: subject.startsWith("group:") ? ("group" as const) : ("fact" as const),
          offices,
          mine: isOfOffice(context, offices),
          twoOfficers: two.get(subject) ?? true,
        };
      }),
      departments: departments.rows,
    };
  },
});
