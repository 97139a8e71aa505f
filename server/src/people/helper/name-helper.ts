import { samePersonName } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Done } from "../../kernel/shapes.ts";
import { requireConsents } from "../consent/consents.ts";
import { CitizenIdNumber, citizenIdHash, PersonName } from "../identity/identity.ts";
import { notify } from "../message/notify.ts";
import { Relation } from "./helper-rows.ts";

/** Somebody names a relative who may see their affairs and prepare them. Both are told, and either may end it. */
export const nameHelper = operation({
  method: "POST",
  path: "/api/v1/me/helpers",
  summary: "指定可帮办的亲属",
  permission: { roles: ["learner"] },
  perMinute: 10,
  body: z.strictObject({ name: PersonName, citizenId: CitizenIdNumber, relation: Relation }),
  output: Done,
  async run(context, { body }) {
    const personId = context.actor.personId ?? "";
    await requireConsents(context, personId);
    const helper = await context.db
      .selectFrom("person as p")
      .innerJoin("account as a", "a.person_id", "p.id")
      .select(["p.id", "p.name"])
      .where("p.citizen_id_hash", "=", citizenIdHash(context.services.sealer, body.citizenId))
      .where("p.joined_into", "is", null)
      .where("a.role", "=", "learner")
      .where("a.state", "=", "active")
      .executeTakeFirst();
    if (helper === undefined || !samePersonName(helper.name, body.name))
      throw unacceptable(
        "helper-unknown",
        "没有找到这位亲属的账号。请核对姓名和身份号码；还没有注册的，请亲属先注册。",
        [{ pointer: "/citizenId", detail: "没有找到，请核对或请亲属先注册" }],
      );
    const row = await context.db
      .insertInto("person_helper")
      .values({
        person_id: personId,
        helper_id: helper.id,
        relation: body.relation,
        named_by: context.actor.accountId,
        named_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const own = await context.db.selectFrom("person").select("name").where("id", "=", personId).executeTakeFirst();
    await notify(
      context,
      helper.id,
      "helper-named",
      `${own?.name ?? "一位亲属"}请您帮忙办理技能培训的事：您可以看记录、代为报名和申报类别；补贴由本人确认。`,
    );
    context.audit({ kind: "person-helper", id: row.id });
    return row;
  },
});
