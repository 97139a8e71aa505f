import { maskPersonName } from "@jinengtong/standards";
import { z } from "zod";
import { checkPhoneCode, inOwnTransaction, SessionOpened, startSession, usePhoneCode } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { Id } from "../../kernel/shapes.ts";
import { Mobile, phoneHash } from "../identity/identity.ts";

/** `POST /api/v1/session/phone`: a learner signs in by a code to the phone. If a family shares it, asks which account. */
export const signInByPhone = operation({
  method: "POST",
  path: "/api/v1/session/phone",
  summary: "手机验证码登录",
  permission: { public: true },
  // Room for an exam hall of 500 that signs in at one moment from one address; guesses at one account are counted apart.
  perMinute: 600,
  refusedOnly: true,
  creates: false,
  body: z.strictObject({
    phone: Mobile,
    code: z.string().trim().max(10),
    accountId: Id.optional().describe("同一手机号有几位学员时，选定的一位"),
  }),
  output: SessionOpened,
  async run(outer, { body }) {
    const code = await checkPhoneCode(outer, body.phone, body.code, "sign-in");
    const accounts = await outer.db
      .selectFrom("account")
      .innerJoin("person", "person.id", "account.person_id")
      .select(["account.id", "person.name"])
      .where("person.phone_hash", "=", phoneHash(outer.services.sealer, body.phone))
      .where("account.state", "=", "active")
      .orderBy("person.number")
      .execute();
    if (accounts.length === 0)
      throw unacceptable("phone-not-registered", "这个手机号还没有注册。请先实名注册，再用手机号登录。");
    const chosen = accounts.length === 1 ? accounts[0] : accounts.find((account) => account.id === body.accountId);
    if (!chosen)
      throw conflict("choose-account", "这个手机号登记了几位学员，请选择要登录的一位。", {
        accounts: accounts.map(({ id, name }) => ({ id, name: maskPersonName(name) })),
      });
    return inOwnTransaction(outer, "POST /api/v1/session/phone", async (context) => {
      await usePhoneCode(context, code);
      context.audit({ kind: "account", id: chosen.id, detail: { outcome: "signed-in" } });
      return startSession(context, chosen.id);
    });
  },
});
