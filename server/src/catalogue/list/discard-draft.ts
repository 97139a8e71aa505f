import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { countyOf } from "./draft-writing.ts";
import { ByWrittenList } from "./lists.ts";

/** Discards the draft; the next edit starts from the newest version. */
export const discardDraft = operation({
  method: "DELETE",
  path: "/api/v1/catalogue/:list/draft",
  summary: "放弃目录草稿",
  permission: { roles: ["reviewer"] },
  params: ByWrittenList,
  output: z.object({ discarded: z.boolean() }),
  async run(context, { params: { list } }) {
    const region = countyOf(context);
    const gone = await context.db
      .deleteFrom("catalogue_draft")
      .where("region", "=", region)
      .where("list", "=", list)
      .returning("list")
      .executeTakeFirst();
    context.audit({ kind: "catalogue-draft", id: `${region} ${list}` });
    return { discarded: gone !== undefined };
  },
});
