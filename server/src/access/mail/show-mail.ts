import { MESSAGE_KINDS, type MessageKind } from "@jinengtong/words";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Kind, MAIL_ROLES, MAIL_TIMES, timeOf } from "./mail-kinds.ts";
import { addressInForce, ownAddress } from "./own-address.ts";

/** `GET /api/v1/me/mail`: the e-mail address of this account and when it is written to. */
export const showMail = operation({
  method: "GET",
  path: "/api/v1/me/mail",
  summary: "邮件通知的设置",
  permission: { roles: MAIL_ROLES },
  output: z.strictObject({
    configured: z.boolean().describe("本平台配置了发邮件的服务器"),
    addressMasked: z.string().nullable().describe("已确认、正在用的邮箱"),
    waitingMasked: z.string().nullable().describe("等您填验证码确认的邮箱"),
    kinds: z.array(z.strictObject({ kind: Kind, label: z.string(), time: z.enum(MAIL_TIMES) })),
  }),
  async run(context) {
    const [inForce, newest] = [await addressInForce(context), await ownAddress(context)];
    const waiting = newest !== undefined && newest.confirmed_at === null && newest.expires_at > context.now;
    return {
      configured: context.services.mail !== null,
      addressMasked: inForce?.address_masked ?? null,
      waitingMasked: waiting ? newest.address_masked : null,
      kinds: Object.entries(MESSAGE_KINDS).map(([kind, label]) => ({
        kind: kind as MessageKind,
        label,
        time: timeOf(inForce?.choices ?? {}, kind as MessageKind),
      })),
    };
  },
});
