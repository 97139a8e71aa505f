import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { unacceptable } from "../kernel/problem.ts";
import { Id, Text } from "../kernel/shapes.ts";
import { STATISTICS_READERS } from "./target-view.ts";

const Kind = z.enum(["project", "institution", "group", "benefit"]);
const Scope = z.object({ kind: Kind, code: z.string(), departmentId: Id, department: z.string(), clause: z.string() });

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

const Key = { kind: Kind, code: Text(60) };

/** Puts a project, institution, group or benefit under an office (十六). Figures follow within minutes. */
export const setDepartmentScope = operation({
  method: "PUT",
  path: "/api/v1/department-scopes",
  summary: "设定部门职责范围",
  permission: { roles: ["reviewer"] },
  body: z.strictObject({ ...Key, departmentId: Id, clause: Text(40) }),
  output: z.object({ kind: Kind, code: z.string() }),
  async run(context, { body }) {
    const office = await context.db
      .selectFrom("organisation")
      .select("kind")
      .where("id", "=", body.departmentId)
      .executeTakeFirst();
    if (office?.kind !== "department" && office?.kind !== "bureau")
      throw unacceptable("not-a-department", "请选择一个主管部门。", [
        { pointer: "/departmentId", detail: "不是主管部门" },
      ]);
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

/** Takes a scope from its office. */
export const removeDepartmentScope = operation({
  method: "DELETE",
  path: "/api/v1/department-scopes",
  summary: "取消部门职责范围",
  permission: { roles: ["reviewer"] },
  body: z.strictObject(Key),
  output: z.object({ removed: z.boolean() }),
  async run(context, { body }) {
    const done = await context.db
      .deleteFrom("department_scope")
      .where("kind", "=", body.kind)
      .where("code", "=", body.code)
      .executeTakeFirst();
    await countAgain(context);
    context.audit({ kind: "department-scope", id: `${body.kind}/${body.code}` });
    return { removed: done.numDeletedRows > 0n };
  },
});

/** Every fact may belong to another office now: the next refresh looks at them all. */
const countAgain = (context: Context) => context.db.updateTable("fact_progress").set({ built: false }).execute();
