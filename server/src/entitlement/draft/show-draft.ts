import { textOf } from "@jinengtong/policy";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Instant } from "../../kernel/shapes.ts";
import { DraftShape, newestFiles, readDraft, rulesDigest, showDraft } from "./draft-record.ts";

const FileShape = z.strictObject({
  path: z.string(),
  state: z.enum(["same", "changed", "added", "removed"]).describe("与所复制的版本相比"),
  content: z.unknown().describe("现在的内容；空：已删去"),
  base: z.unknown().describe("所复制的版本中的内容，只在有改动时给出"),
  revision: z.number().int().describe("最近一次改动"),
  changedBy: z.string(),
  changedAt: Instant,
});

/** `GET /api/v1/policy-drafts/:id`: a draft with its files, and what each changed one was in the version it was copied from. */
export const showDraftOperation = operation({
  method: "GET",
  path: "/api/v1/policy-drafts/:id",
  summary: "查看政策草案",
  permission: { roles: ["reviewer", "auditor"] },
  params: ById,
  output: DraftShape.extend({
    digest: z.string().nullable().describe("规则的指纹；空：文件还不全"),
    files: z.array(FileShape),
  }),
  async run(context, { params }) {
    const draft = await readDraft(context.db, params.id);
    const base = context.services.policies.filesOf(draft.base_digest ?? "") ?? {};
    const rows = await newestFiles(context.db, params.id);
    const files = rows.flatMap((row): z.output<typeof FileShape>[] => {
      const before = base[row.path];
      if (row.content === null && before === undefined) return [];
      const state =
        before === undefined
          ? "added"
          : row.content === null
            ? "removed"
            : row.content === textOf(before)
              ? "same"
              : "changed";
      return [
        {
          path: row.path,
          state,
          content: JSON.parse(row.content ?? "null") as unknown,
          base: state === "changed" || state === "removed" ? before : null,
          revision: row.revision,
          changedBy: row.changed_by,
          changedAt: row.changed_at.toISOString(),
        },
      ];
    });
    const digest = rulesDigest(
      Object.fromEntries(files.filter(({ state }) => state !== "removed").map((file) => [file.path, file.content])),
    );
    return { ...showDraft(draft, context.actor.accountId), digest, files };
  },
});
