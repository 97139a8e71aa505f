import { z } from "zod";
import { covers } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Id, Text } from "../../kernel/shapes.ts";
import { findOrCreatePerson } from "../identity/find-or-create.ts";
import { CitizenIdNumber } from "../identity/identity.ts";
import { ownerOfPerson, personOwner } from "../identity/person-view.ts";
import { requireJoinable } from "./joinable.ts";

const Body = z
  .strictObject({
    keptId: Id.optional().describe("要保留的档案"),
    citizenId: CitizenIdNumber.optional().describe("身份证原件上的号码：没有这个号码的档案时，先建一份"),
    reason: Text(300, 4).describe("依据，例如“核对身份证原件，名册号码录错”"),
  })
  .refine((body) => (body.keptId === undefined) !== (body.citizenId === undefined), {
    message: "请选择要保留的档案，或填写身份证原件上的号码，二者择一。",
  });

/**
 * `POST /api/v1/people/:id/joins`: asks that this record be joined into another of the same person. A wrong number is put right in the same
 * way: the record under the right number is found, or made, and is the one to keep. Nothing moves before another officer agrees.
 */
export const askJoin = operation({
  method: "POST",
  path: "/api/v1/people/:id/joins",
  summary: "提出并档或更正身份号码",
  permission: { roles: ["reviewer"], over: personOwner },
  params: ById,
  body: Body,
  output: Done,
  async run(context, { params, body }) {
    const keptId = body.keptId ?? (await bearerOf(context, params.id, body.citizenId ?? ""));
    if (keptId === params.id)
      throw unacceptable("same-record", "这就是同一份档案，号码没有变。请核对身份证原件上的号码。", [
        { pointer: "/citizenId", detail: "与现在的号码相同" },
      ]);
    const owner = await ownerOfPerson(context, keptId);
    if (owner === null || !covers(context.actor, owner)) throw notFound("要保留的档案");
    await requireJoinable(context, params.id, keptId);
    const { id } = await context.db
      .insertInto("person_join")
      .values({
        kept_id: keptId,
        joined_id: params.id,
        reason: body.reason,
        asked_by: context.actor.accountId,
        asked_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "person-join", id, detail: { joined: params.id, kept: keptId } });
    return { id };
  },
});

/** Record under the number on the identity card; made with the name and town of the wrong one if there is none. */
async function bearerOf(context: Context, personId: string, citizenId: string): Promise<string> {
  const { name, town, education } = await context.db
    .selectFrom("person")
    .select(["name", "town", "education"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  return (await findOrCreatePerson(context, { name, citizenId, town, education })).id;
}
