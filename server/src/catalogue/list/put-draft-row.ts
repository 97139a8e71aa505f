import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { beginDraft, countyOf, putRows } from "./draft-writing.ts";
import { ByWrittenList, keyOf, OccupationRow, ShortageRow } from "./lists.ts";

/** Adds a row to the draft of a list, or replaces the one about the same occupation and level. */
export const putDraftRow = operation({
  method: "PUT",
  path: "/api/v1/catalogue/:list/draft/rows",
  summary: "填写目录草稿的一行",
  permission: { roles: ["reviewer"] },
  params: ByWrittenList,
  body: z.union([OccupationRow, ShortageRow]),
  output: z.object({ key: z.string() }),
  async run(context, { params: { list }, body }) {
    if ((list === "occupations") !== "level" in body)
      throw unacceptable("row-of-another-list", "填写的内容与目录不符，请刷新页面后重新填写。");
    const region = countyOf(context);
    await beginDraft(context, list, region);
    const key = keyOf(body);
    await putRows(context, list, region, [{ key, data: body }]);
    context.audit({ kind: "catalogue-draft", id: `${region} ${list}`, detail: { key } });
    return { key };
  },
});
