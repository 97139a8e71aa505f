import { parseMobile } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { inOwnTransaction } from "../own-transaction.ts";
import { CODE_MINUTES, CODE_PURPOSES, type CodePurpose, sendPhoneCode } from "./phone-codes.ts";

const Phone = z
  .string()
  .max(40)
  .transform((text, check) => {
    const parsed = parseMobile(text);
    if (parsed.ok) return parsed.value;
    check.addIssue({ code: "custom", message: parsed.message });
    return z.NEVER;
  });
/** An officer sends the code for a window session. */
const Purpose = z.enum(Object.keys(CODE_PURPOSES) as [CodePurpose, ...CodePurpose[]]).exclude(["window"]);

/** `POST /api/v1/session/phone-code`: a code to a phone. The answer is the same whether the phone is known or not. */
export const requestPhoneCode = operation({
  method: "POST",
  path: "/api/v1/session/phone-code",
  summary: "获取手机验证码",
  permission: { public: true },
  perMinute: 60,
  creates: false,
  body: z.strictObject({ phone: Phone, purpose: Purpose.default("sign-in") }),
  output: z.strictObject({ validMinutes: z.number().int() }),
  async run(outer, { body }) {
    await inOwnTransaction(outer, "POST /api/v1/session/phone-code", async (context) => {
      await sendPhoneCode(context, body.phone, body.purpose);
      context.audit({ kind: "phone-code", id: body.purpose });
    });
    return { validMinutes: CODE_MINUTES };
  },
});
