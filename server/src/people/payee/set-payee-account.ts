import { normaliseCode } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Done } from "../../kernel/shapes.ts";
import { notify } from "../message/notify.ts";
import { BankName, PersonalAccountNumber, setPayeeAccount } from "./payee.ts";

/**
 * `PUT /api/v1/me/payee-account`: sets a person's account for subsidies: a card in their own name, preferably the social-security
 * card.
 */
export const setMyPayeeAccount = operation({
  method: "PUT",
  path: "/api/v1/me/payee-account",
  summary: "登记本人收款账户",
  permission: { roles: ["learner"] },
  behalf: ["payee"],
  body: z.strictObject({
    bankName: BankName,
    number: PersonalAccountNumber,
    numberAgain: z.string().max(60).optional().describe("号码不像常见银行卡号时再输一遍，两遍相同即可登记"),
  }),
  output: Done,
  async run(context, { body }) {
    const { number, unusual } = body.number;
    if (unusual && normaliseCode(body.numberAgain ?? "").replaceAll("-", "") !== number)
      throw unacceptable(
        "card-unusual",
        body.numberAgain === undefined || body.numberAgain === ""
          ? "这个号码不像常见的银行卡号（位数或校验位不符）。如果是存折或特殊账号，请核对后再输入一遍。"
          : "两次输入的号码不一样，请对照卡或存折重新输入。",
        [{ pointer: "/numberAgain", detail: "请再输入一遍同样的号码" }],
      );
    const personId = context.actor.personId ?? "";
    const person = await context.db
      .selectFrom("person")
      .select("name")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    const id = await setPayeeAccount(
      context,
      { personId },
      { bankName: body.bankName, number, holderName: person.name },
    );
    // Told by text too: whoever uses somebody else's session can't redirect the money unnoticed.
    await notify(
      context,
      personId,
      "payee-account-changed",
      `您的补贴收款账户已登记或更换（${body.bankName}）。请登录核对；如果不是您本人办理，请立即联系人社部门。`,
    );
    context.audit({ kind: "payee-account", id });
    return { id };
  },
});
