import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Id } from "../../kernel/shapes.ts";
import { groupsAt } from "../../people/index.ts";
import { enrolmentOwner } from "../owners.ts";

/** The ground of a seat may change until the outcome of the class is known: claims rest on it then. */
const OPEN = ["applied", "enrolled"];

/**
 * `PUT /api/v1/enrolments/:id/substitution`: a learner is in a class in a relative's place, or again on their own ground (null). One
 * seat has one ground: what is granted for it takes the relative's right, and they are counted under the relative's group. The
 * relative must belong to a confirmed group on the first day of the class.
 */
export const trainInPlace = operation({
  method: "PUT",
  path: "/api/v1/enrolments/:id/substitution",
  summary: "选定这个班是替亲属参加的",
  permission: { roles: ["learner", "institution"], over: enrolmentOwner },
  params: ById,
  body: z.strictObject({ substitutionId: Id.nullable().describe("空为以本人身份参加") }),
  output: Done,
  async run(context, { params, body }) {
    const found = await sql<{ state: string; starts_on: string; person_id: string }>`
      select e.state, c.starts_on, e.person_id from enrolment e join training_class c on c.id = e.class_id
      where e.id = ${params.id} for update of e`.execute(context.db);
    const seat = found.rows[0];
    if (!seat || !OPEN.includes(seat.state))
      throw conflict("ground-settled", "这个班已经有结果，不能再改是本人参加还是替亲属参加。有差错请联系人社部门。");
    const group = body.substitutionId === null ? null : await groundOf(body.substitutionId, seat);
    await context.db
      .updateTable("enrolment")
      .set({ substitution_id: body.substitutionId, group_code: group })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "enrolment", id: params.id, detail: { substitution: body.substitutionId } });
    return { id: params.id };

    /** The principal's group on the class's first day; refuses a declaration that doesn't carry the class. */
    async function groundOf(id: string, { person_id, starts_on }: { person_id: string; starts_on: string }) {
      const row = await context.db
        .selectFrom("substitution")
        .select(["principal_id", "state", "valid_from", "valid_to"])
        .where("id", "=", id)
        .where("person_id", "=", person_id)
        .executeTakeFirst();
      if (!row || row.state === "declared" || row.state === "rejected" || row.state === "withdrawn")
        throw conflict("substitution-unconfirmed", "替亲属参加培训还没有确认，等主管部门确认后再选。");
      if (row.valid_to < context.today || starts_on > row.valid_to || starts_on < row.valid_from)
        throw unacceptable(
          "substitution-not-on-day",
          `这个班 ${starts_on} 开课，替亲属参加的期间是 ${row.valid_from} 至 ${row.valid_to}，不能用在这个班。请另行申报，或以本人身份参加。`,
          [{ pointer: "/substitutionId", detail: "期间不合" }],
        );
      const groups = (await groupsAt(context.db, [row.principal_id], starts_on as never)).get(row.principal_id) ?? [];
      if (groups.length === 0)
        throw unacceptable(
          "principal-without-group",
          `开课那天（${starts_on}）被代替的亲属还没有已确认的人群类别，这个班不能算替其参加。请以本人身份参加，或选认定以后开课的班。`,
          [{ pointer: "/substitutionId", detail: "开课那天不属于" }],
        );
      return groups[0] ?? null;
    }
  },
});
