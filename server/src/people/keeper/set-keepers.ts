import { county } from "@jinengtong/county";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Id, Text } from "../../kernel/shapes.ts";
import { SubjectCode } from "./subjects.ts";

/**
 * `PUT /api/v1/register-keepers/:subject`: puts offices in charge of a register; null is the human-resources bureau. The administrator
 * does it, who enters no facts, so that no officer gives himself a register.
 */
export const setKeepers = operation({
  method: "PUT",
  path: "/api/v1/register-keepers/:subject",
  summary: "设定名册由哪些部门管理",
  permission: { roles: ["admin"] },
  params: z.object({ subject: SubjectCode }),
  body: z.strictObject({
    offices: z.array(Id.nullable()).min(1, "至少选一个部门").max(10).describe("部门编号；空为人社部门"),
    twoOfficers: z.boolean().optional().describe("单个登记须由另一位工作人员确认；不填则不变"),
    basis: Text(200, 2).describe("依据，例如“三定方案”或文件条款"),
  }),
  output: z.object({ subject: SubjectCode }),
  async run(context, { params, body }) {
    const offices = [...new Set(body.offices)];
    const ids = offices.filter((id) => id !== null);
    const known = await sql<{ n: number }>`
      select count(*)::int as n from organisation where id = any(${ids}::uuid[]) and kind = 'department'
        and region = ${county().region.code}`.execute(context.db);
    if (known.rows[0]?.n !== ids.length)
      throw unacceptable("office-unknown", "选择的单位不是本县的部门，请从列表中选择。", [
        { pointer: "/offices", detail: "请从列表中选择部门" },
      ]);
    await context.db.deleteFrom("register_keeper").where("subject", "=", params.subject).execute();
    await context.db
      .insertInto("register_keeper")
      .values(
        offices.map((id) => ({
          subject: params.subject,
          organisation_id: id,
          basis: body.basis,
          set_by: context.actor.accountId,
          set_at: context.now,
        })),
      )
      .execute();
    if (body.twoOfficers !== undefined)
      await sql`
        insert into register_second (subject, two_officers, basis, set_by, set_at)
        values (${params.subject}, ${body.twoOfficers}, ${body.basis}, ${context.actor.accountId}, ${context.now})
        on conflict (subject) do update set two_officers = excluded.two_officers, basis = excluded.basis, set_by = excluded.set_by,
          set_at = excluded.set_at`.execute(context.db);
    context.audit({
      kind: "register-keeper",
      id: params.subject,
      detail: {
        ...(body.twoOfficers === undefined ? {} : { twoOfficers: body.twoOfficers }),
        subject: params.subject,
        offices: offices.map((id) => id ?? "bureau"),
      },
    });
    return { subject: params.subject };
  },
});
