import { addDays, todayInShanghai } from "@jinengtong/standards";
import { z } from "zod";
import { createGateSigner } from "../../adapters/gate-code/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, Instant } from "../../kernel/shapes.ts";
import { licenceSpans } from "./posting-standing.ts";

/** Content of a code: the least that a gatekeeper compares with the card in hand. */
const Content = z.object({
  l: Id.describe("证件"),
  n: z.string().describe("姓名"),
  d: z.string().describe("已脱敏的身份证号"),
  i: z.string().describe("准操项目"),
  u: z.string().describe("有效期和应复审日期中较早的一天"),
  x: z.string().describe("这个码用到哪一天"),
});

/** A signed code of a licence; it is shown for some days only, since a page without network can't know what was revoked. */
export function gateCode(
  context: Context,
  licence: { id: string; name: string; citizenIdMasked: string; itemName: string; through: string },
  codeDays: number,
): string {
  const content: z.output<typeof Content> = {
    l: licence.id,
    n: licence.name,
    d: licence.citizenIdMasked,
    i: licence.itemName,
    u: licence.through,
    x: addDays(context.today, codeDays),
  };
  return createGateSigner(context.services.auditKey).write(content);
}

/** The key that a page checks codes with, without network. */
export const gateKey = operation({
  method: "GET",
  path: "/api/v1/gate-key",
  summary: "门岗核验公钥",
  permission: { public: true },
  carriedBy: { "/gate": "" },
  output: z.object({ algorithm: z.literal("Ed25519"), publicKey: z.string().describe("base64url") }),
  run: (context) =>
    Promise.resolve({
      algorithm: "Ed25519" as const,
      publicKey: createGateSigner(context.services.auditKey).publicKey,
    }),
});

/** A check is reported while it is remembered: one that a clock puts elsewhere isn't kept. */
const KEPT_DAYS = 30;
const CLOCK_MINUTES = 10;

/**
 * Checks codes on today's record and keeps that they were checked: at once, or later those that a page checked without network. A code
 * that this platform didn't sign tells nothing and leaves nothing.
 */
export const checkGate = operation({
  method: "POST",
  path: "/api/v1/gate-checks",
  summary: "门岗核验",
  permission: { public: true },
  perMinute: 60,
  body: z.strictObject({
    checks: z
      .array(z.strictObject({ code: z.string().max(1_500), checkedAt: Instant.optional().describe("断网核验的时间") }))
      .min(1)
      .max(50),
  }),
  output: z.object({
    results: z.array(
      z.object({
        genuine: z.boolean(),
        colour: z.enum(["green", "amber", "orange", "red"]).nullable(),
        sentence: z.string(),
      }),
    ),
  }),
  async run(context, { body }) {
    const results = [];
    for (const check of body.checks) results.push(await checkOne(context, check));
    return { results };
  },
});

async function checkOne(context: Context, check: { code: string; checkedAt?: string | undefined }) {
  const content = Content.safeParse(createGateSigner(context.services.auditKey).read(check.code));
  if (!content.success)
    return { genuine: false, colour: null, sentence: "不是本平台签发的码，不能作为上岗凭证。请核对证件原件。" };
  if (content.data.x < todayInShanghai(check.checkedAt === undefined ? context.now : new Date(check.checkedAt)))
    return { genuine: false, colour: null, sentence: `这个码只用到 ${content.data.x}，请本人重新打开出示。` };
  const rows = await sql<{ through: string | null; colour: "green" | "amber" | "orange" | "red" }>`
    select s.through, case when s.through is null or s.through < ${context.today}::date then 'red'
      when s.through - ${context.today}::date <= r.orange_days then 'orange'
      when s.through - ${context.today}::date <= r.amber_days then 'amber' else 'green' end as colour
    from (select * from posting_rule where effective_from <= ${context.today}::date order by effective_from desc limit 1) r
    left join lateral (select y.* from work_licence z join lateral (${licenceSpans(context.today)}) y on y.person_id = z.person_id and y.item = z.item
      where z.id = ${content.data.l} order by y.through desc limit 1) s on true`.execute(context.db);
  const colour = rows.rows[0]?.colour ?? "red";
  const at = check.checkedAt === undefined ? context.now : new Date(check.checkedAt);
  const age = context.now.getTime() - at.getTime();
  if (age >= -CLOCK_MINUTES * 60_000 && age <= KEPT_DAYS * 86_400_000) {
    await context.db
      .insertInto("gate_check")
      .values({
        licence_id: content.data.l,
        checked_at: at,
        recorded_at: context.now,
        colour,
        account_id: context.maybeActor?.accountId ?? null,
      })
      .onConflict((conflict) => conflict.constraint("gate_check_once").doNothing())
      .execute();
    context.audit({ kind: "work-licence", id: content.data.l, detail: { colour } });
  }
  const through = rows.rows[0]?.through ?? "";
  return {
    genuine: true,
    colour,
    sentence:
      colour === "red"
        ? "按今天的记录，这本证件不能作业（过期、没有按期复审或已撤销）。"
        : `按今天的记录有效，到 ${through}。`,
  };
}
