import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, Text } from "../../kernel/shapes.ts";
import { requireOffice } from "../../organisations/index.ts";
import { countAgain, Key, Kind, requireChoice, SCOPE_KEEPERS } from "./department-scope-view.ts";

/** Assigns a project, institution, occupation, group, benefit or town to an office (十六). Figures follow within minutes. */
export const setDepartmentScope = operation({
  method: "PUT",
  path: "/api/v1/department-scopes",
  summary: "设定部门职责范围",
  permission: { roles: SCOPE_KEEPERS, over: countyWide },
  body: z.strictObject({ ...Key, departmentId: Id, clause: Text(40) }),
  output: z.object({ kind: Kind, code: z.string() }),
  async run(context, { body }) {
    await requireOffice(context.db, body.departmentId);
    await requireChoice(context, body.kind, body.code);
    await sql`
      insert into department_scope (kind, code, department_id, clause, set_by)
      values (${body.kind}, ${body.code}, ${body.departmentId}, ${body.clause}, ${context.actor.accountId})
      on conflict (kind, code) do update set department_id = excluded.department_id, clause = excluded.clause,
        set_by = excluded.set_by, set_at = now()`.execute(context.db);
    await countAgain(context);
    context.audit({
      kind: "department-scope",
      id: `${body.kind}/${body.code}`,
      detail: { departmentId: body.departmentId },
    });
    return { kind: body.kind, code: body.code };
  },
});
