import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id } from "../../kernel/shapes.ts";
import { Kind, Scope, SCOPE_KINDS, scopeChoices, type ScopeKind } from "./department-scope-view.ts";
import { STATISTICS_READERS } from "../target/target-view.ts";

/** Scopes of the departments: figures are cut by them, and a department sees its own. With all options. */
export const listDepartmentScopes = operation({
  method: "GET",
  path: "/api/v1/department-scopes",
  summary: "部门职责范围",
  permission: { roles: [...STATISTICS_READERS, "admin"] },
  output: z.object({
    rows: z.array(Scope),
    departments: z.array(z.object({ id: Id, name: z.string() })),
    choices: z.array(z.object({ kind: Kind, code: z.string(), label: z.string() })),
  }),
  async run({ db, services, actor }) {
    /** Offices of the reader's county, whichever town the reader is of. */
    const here = `${actor.region.slice(0, 6)}%`;
    const found = await sql<{
      kind: ScopeKind;
      code: string;
      departmentId: string;
      department: string;
      clause: string;
    }>`
      select s.kind, s.code, s.department_id as "departmentId", o.name as department, s.clause
      from department_scope s join organisation o on o.id = s.department_id
      where o.region like ${here} order by o.name, s.kind, s.code`.execute(db);
    const choices = await scopeChoices(db, services.policies, actor.region);
    const names = new Map(choices.map((choice) => [`${choice.kind} ${choice.code}`, choice.label]));
    return {
      rows: found.rows.map((row) => ({
        ...row,
        kindLabel: SCOPE_KINDS[row.kind],
        label: names.get(`${row.kind} ${row.code}`) ?? row.code,
      })),
      departments: await db
        .selectFrom("organisation")
        .select(["id", "name"])
        .where("kind", "in", ["department", "bureau"])
        .where("region", "like", here)
        .orderBy("name")
        .execute(),
      choices,
    };
  },
});
