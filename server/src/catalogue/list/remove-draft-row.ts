import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { beginDraft, countyOf } from "./draft-writing.ts";
import { ByWrittenList } from "./lists.ts";

/** Removes a row from the draft; published versions keep it. */
export const removeDraftRow = operation({
  method: "DELETE",
  path: "/api/v1/catalogue/:list/draft/rows/:key",
  summary: "删去目录草稿的一行",
  permission: { roles: ["reviewer"] },
  params: ByWrittenList.extend({ key: z.string().max(60) }),
  output: z.object({ key: z.string() }),
  async run(context, { params: { list, key } }) {
    const region = countyOf(context);
    await beginDraft(context, list, region);
    const row = await context.db
      .deleteFrom("catalogue_draft_row")
      .where("region", "=", region)
      .where("list", "=", list)
      .where("key", "=", key)
      .returning("key")
      .executeTakeFirst();
    if (!row) throw notFound("目录草稿中的这一行");
    context.audit({ kind: "catalogue-draft", id: `${region} ${list}`, detail: { removed: key } });
    return row;
  },
});
