import { maskMobile } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { openText } from "../../kernel/outbox.ts";
import { notFound } from "../../kernel/problem.ts";
import { Instant } from "../../kernel/shapes.ts";

/** `GET /api/v1/trial/outbox`: text messages that a trial would have sent. Not available in production. */
export const trialOutbox = operation({
  method: "GET",
  path: "/api/v1/trial/outbox",
  summary: "试用环境的短信发件箱",
  permission: { public: true },
  output: z.strictObject({
    rows: z.array(
      z.strictObject({ id: z.number().int(), phoneMasked: z.string(), text: z.string(), createdAt: Instant }),
    ),
  }),
  async run(context) {
    if (context.services.config.production) throw notFound("这个页面");
    const rows = await context.db
      .selectFrom("message_outbox")
      .select(["id", "phone_sealed", "body_sealed", "created_at"])
      .where("channel", "=", "sms")
      .orderBy("id", "desc")
      .limit(50)
      .execute();
    return {
      rows: rows.map((row) => {
        const { phone, text } = openText(context, row);
        return { id: row.id, phoneMasked: maskMobile(phone), text, createdAt: row.created_at.toISOString() };
      }),
    };
  },
});
