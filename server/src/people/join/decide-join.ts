import { z } from "zod";
import { closeAccountOf, notifyAccount, reopenAccountOf } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { phoneColumns } from "../identity/identity.ts";
import { notify } from "../message/notify.ts";
import { openPhone } from "../privacy/open-personal-data.ts";
import { joinOwner } from "./join-rows.ts";
import { joinStates } from "./join-states.ts";
import { requireJoinable } from "./joinable.ts";

/**
 * `POST /api/v1/person-joins/:id/decision`: the second officer agrees, and everything of the one record follows into the other (or goes
 * back, if the request undoes a join), or doesn't agree.
 */
export const decideJoin = operation({
  method: "POST",
  path: "/api/v1/person-joins/:id/decision",
  summary: "确认或否决并档",
  permission: { roles: ["reviewer"], over: joinOwner },
  params: ById,
  body: z.strictObject({ agreed: z.boolean() }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, joinStates, params.id, body.agreed ? "done" : "declined");
    const join = await context.db
      .updateTable("person_join")
      .set({ decided_by: context.actor.accountId, decided_at: context.now })
      .where("id", "=", params.id)
      .returning(["kept_id as keptId", "joined_id as joinedId", "undoes", "asked_by as askedBy"])
      .executeTakeFirstOrThrow();
    if (body.agreed) {
      // Approvals and presences of the two wait, or this for them.
      await sql`select id from person where id in (${join.keptId}, ${join.joinedId}) order by id for update`.execute(
        context.db,
      );
      await (join.undoes === null ? unite(context, params.id, join) : part(context, params.id, join));
      await context.emit("people-joined", { joinId: params.id });
    }
    await notifyAccount(context, join.askedBy, {
      template: "join-decided",
      subject: join.keptId,
      text: `您提出的${join.undoes === null ? "并档" : "拆档"}${body.agreed ? "已由另一位人员确认办理" : "没有得到确认，档案不变"}。`,
    });
    context.audit({ kind: "person-join", id: params.id, detail: { agreed: body.agreed } });
    return { id: params.id };
  },
});

interface Pair {
  keptId: string;
  joinedId: string;
}

async function unite(context: Context, joinId: string, { keptId, joinedId }: Pair): Promise<void> {
  await requireJoinable(context, joinedId, keptId);
  const [keptHad, joinedHad] = [await hasAccount(context, keptId), await hasAccount(context, joinedId)];
  const phones = [await openPhone(context, keptId), await openPhone(context, joinedId)] as const;
  await context.db.updateTable("person").set({ joined_into: keptId }).where("id", "=", joinedId).execute();
  await sql`select follow_person(${joinId})`.execute(context.db);
  // Of two accounts the kept record's stays; a number that its holder proved goes before one that a roster brought.
  if (keptHad && joinedHad) await closeAccountOf(context, joinedId);
  if (phones[1] !== null && (phones[0] === null || (joinedHad && !keptHad)))
    await context.db
      .updateTable("person")
      .set(phoneColumns(context.services.sealer, keptId, phones[1]))
      .where("id", "=", keptId)
      .execute();
  await notify(
    context,
    keptId,
    "records-joined",
    "经两位工作人员核对，您的两份实名档案已并为一份，培训、证书、补贴都记在一起。请登录核对；有出入的，请提出更正。",
  );
}

async function part(context: Context, joinId: string, { keptId, joinedId }: Pair): Promise<void> {
  const same = (await openPhone(context, keptId)) === (await openPhone(context, joinedId));
  const before = await hasAccount(context, keptId);
  await context.db.updateTable("person").set({ joined_into: null }).where("id", "=", joinedId).execute();
  await sql`select follow_person(${joinId})`.execute(context.db);
  await reopenAccountOf(context, joinedId);
  // The number came with the account, and goes with it.
  if (same && before && !(await hasAccount(context, keptId)))
    await context.db
      .updateTable("person")
      .set({ phone_sealed: null, phone_hash: null, phone_masked: null })
      .where("id", "=", keptId)
      .execute();
  for (const personId of [keptId, joinedId])
    await notify(
      context,
      personId,
      "records-joined",
      "经两位工作人员核对，原来并在一起的两份实名档案属于两个人，已重新分开。请登录核对；有出入的，请提出更正。",
    );
}

const hasAccount = async (context: Context, personId: string): Promise<boolean> =>
  (await context.db.selectFrom("account").select("id").where("person_id", "=", personId).executeTakeFirst()) !==
  undefined;
