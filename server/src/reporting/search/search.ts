import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Text } from "../../kernel/shapes.ts";
import { FOUND_KINDS, type Found, type Search, searches } from "./searches.ts";
import { readQuery } from "./read-query.ts";

/** Hits of each kind. */
const EACH = 6;

const Hit = z.strictObject({
  kind: z.enum(FOUND_KINDS),
  id: z.string(),
  title: z.string(),
  detail: z.string().describe("用来分清同名的：编号、镇、状态等，证件号码遮盖"),
});

/**
 * `POST /api/v1/search`: what the reader may open, by number from its beginning, name, or first letters of a name in pinyin. A POST, so
 * that no name or number appears in an address that proxies log. Whom it shows is recorded, what was typed isn't.
 */
export const search = operation({
  method: "POST",
  path: "/api/v1/search",
  summary: "顶栏查找",
  permission: {
    roles: ["institution", "enterprise", "evaluator", "reviewer", "department", "finance", "auditor"],
  },
  creates: false,
  perMinute: 240,
  body: z.strictObject({ q: Text(60, 2) }),
  output: z.strictObject({ rows: z.array(Hit) }),
  async run(context, { body }) {
    const query = readQuery(context.services.sealer, body.q);
    const wanted: readonly Search[] = searches.filter(({ roles }) => roles.includes(context.actor.role));
    const found = await Promise.all(
      wanted.map(async (one) =>
        (await one.find(context, query, EACH)).map((row: Found) => ({ kind: one.kind, ...row })),
      ),
    );
    return { rows: found.flat() };
  },
});
