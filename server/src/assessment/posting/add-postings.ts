import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Id } from "../../kernel/shapes.ts";
import { sql } from "../../kernel/database.ts";
import { employeesAmong } from "../../organisations/index.ts";
import { notifyAll } from "../../people/index.ts";
import { postOwner } from "./posting-owners.ts";
import { dueSentence, REASON_LABELS, standings } from "./posting-standing.ts";

const at = (detail: string) => [{ pointer: "/fromOn", detail }];

/**
 * Registers who stands on a post since a day. What already happened is recorded as it was, with its days without a licence; who isn't
 * covered can't be posted from today or later: the licence comes first.
 */
export const addPostings = operation({
  method: "POST",
  path: "/api/v1/posts/:id/postings",
  summary: "登记上岗",
  permission: { roles: ["enterprise"], over: postOwner },
  params: ById,
  body: z.strictObject({
    personIds: z.array(Id).min(1, "请选择上岗的职工").max(200, "一次最多登记 200 人"),
    fromOn: CivilDate.describe("上岗日期"),
  }),
  output: z.object({ count: z.int(), red: z.array(z.string()).describe("其中无证、证件不符的人") }),
  async run(context, { params, body }) {
    const post = await context.db
      .selectFrom("post")
      .selectAll()
      .where("id", "=", params.id)
      .forShare()
      .executeTakeFirstOrThrow();
    if (post.closed_on !== null) throw conflict("post-closed", "这个岗位已经撤销，不能再登记上岗。");
    if (body.fromOn < post.since)
      throw unacceptable("posted-before-post", `岗位 ${post.since} 才设立，上岗日期不能更早。`, at("早于岗位设立日期"));
    const personIds = [...new Set(body.personIds)];
    const employees = await employeesAmong(context, post.organisation_id, personIds);
    for (const id of personIds) {
      const employee = employees.get(id);
      if (!employee)
        throw unacceptable("not-employee", "所选的人不在本单位职工名单里，请先登记用工。", [
          { pointer: "/personIds", detail: "不在职工名单里" },
        ]);
      if (body.fromOn < employee.hiredOn)
        throw unacceptable("posted-before-hired", `${employee.name} ${employee.hiredOn} 才入职。`, at("早于入职日期"));
      if (employee.leftOn !== null && body.fromOn > employee.leftOn)
        throw unacceptable("posted-after-left", `${employee.name} 已在 ${employee.leftOn} 离职。`, at("晚于离职日期"));
    }
    const rows = await context.db
      .insertInto("posting")
      .values(
        personIds.map((person_id) => ({
          post_id: params.id,
          person_id,
          from_on: body.fromOn,
          to_on: null,
          created_by: context.actor.accountId,
          created_at: context.now,
          ended_by: null,
          ended_at: null,
        })),
      )
      .returning("id")
      .execute();
    const ids = rows.map((row) => row.id);
    const day = body.fromOn > context.today ? body.fromOn : context.today;
    const found = await standings(day, sql`g.id = any(${ids}::uuid[])`).execute(context.db);
    const red = found.rows.filter((row) => row.colour === "red");
    if (red.length > 0 && body.fromOn >= context.today)
      throw unacceptable(
        "not-qualified",
        `${red.map((row) => `${row.person_name}：${REASON_LABELS[row.reason ?? "none"]}`).join("；")}。先取得并登记证件，再安排上岗。`,
        [{ pointer: "/personIds", detail: `${red.length} 人不能上岗` }],
      );
    await notifyAll(
      context,
      found.rows
        .filter((row) => row.item !== null)
        .map((row) => ({
          personId: row.person_id,
          template: "posting-recorded",
          text: `${row.organisation_name}登记您自 ${row.from_on} 起在“${row.post_name}”岗位（${row.item_name ?? ""}）。${dueSentence(row, day)}如不属实，请向人社部门反映。`,
        })),
    );
    context.audit({ kind: "post", id: params.id, detail: { postings: ids.length, red: red.length } });
    return { count: ids.length, red: red.map((row) => row.person_name) };
  },
});
