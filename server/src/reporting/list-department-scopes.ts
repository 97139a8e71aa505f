import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { STATISTICS_READERS } from "./target-view.ts";
import { Scope } from "./department-scope-view.ts";

/** Which office leads what: by it figures are cut by department. */
export const listDepartmentScopes = operation({
  method: "GET",
  path: "/api/v1/department-scopes",
  summary: "部门职责范围",
  permission: { roles: STATISTICS_READERS },
  output: z.object({ rows: z.array(Scope) }),
  async run({ db }) {
    const found = await sql<z.output<typeof Scope>>`
      select s.kind, s.code, s.department_id as "departmentId", o.name as department, s.clause
      from department_scope s join organisation o on o.id = s.department_id order by o.name, s.kind, s.code`.execute(
      db,
    );
    return { rows: found.rows };
  },
});
