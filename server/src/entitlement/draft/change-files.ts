import { PACKAGE_PATH, textOf, unreadable } from "@jinengtong/policy";
import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { type DraftFile, filesOfDraft, lockOpenDraft, newestFiles, writeFiles } from "./draft-record.ts";
import { ProblemShape, showProblem } from "./draft-problems.ts";

/** Characters of one file, and of a whole package; the longest package so far has 700,000. */
const MOST_IN_FILE = 500_000;
const MOST_IN_PACKAGE = 4_000_000;
const MOST_FILES = 300;

/**
 * `PUT /api/v1/policy-drafts/:id/files`: new contents of some files, or null to take a file out. `revision` is the one that the editor
 * has read. A file that somebody else has changed since is refused with what it is now (409), and then nothing of this change is kept.
 * The answer says whether the package can be read; all that is wrong with it is said by `check`.
 */
export const changeFiles = operation({
  method: "PUT",
  path: "/api/v1/policy-drafts/:id/files",
  summary: "修改政策草案",
  permission: { roles: ["reviewer"], over: countyWide },
  bodyLimit: 6 * 1_048_576,
  params: ById,
  body: z.strictObject({
    revision: z.number().int().nonnegative().max(1_000_000_000),
    changes: z
      .array(
        z.strictObject({
          path: z
            .string()
            .max(120)
            .regex(PACKAGE_PATH, "只能是政策包的文件，如 benefits/x.json、cases/x.json、parameters.json"),
          content: z.unknown().describe("文件内容；null：删去这个文件"),
        }),
      )
      .min(1)
      .max(MOST_FILES),
  }),
  output: z.strictObject({ revision: z.number().int(), problems: z.array(ProblemShape) }),
  async run(context, { params, body }) {
    const { revision } = await lockOpenDraft(context, params.id);
    const changes = body.changes.map(({ path, content }) => ({
      path,
      content: content === null || content === undefined ? null : textOf(content),
    }));
    const twice = changes.find(({ path }, at) => changes.findIndex((other) => other.path === path) !== at);
    if (twice) throw unacceptable("file-twice", `${twice.path} 在一次修改里出现了两次，请合并后再保存。`);
    const known = new Map((await newestFiles(context.db, params.id)).map((file) => [file.path, file]));
    refuseOverwriting(known, changes, Math.min(body.revision, revision), revision);
    const changed = changes.filter(({ path, content }) => (known.get(path)?.content ?? null) !== content);
    refuseTooMuch(known, changed);
    const next = changed.length === 0 ? revision : revision + 1;
    if (changed.length > 0) await writeFiles(context, params.id, next, changed);
    context.audit({ kind: "policy-draft", id: params.id, detail: { revision: next, files: changed.length } });
    const problem = await unreadableNow(context, params.id);
    return { revision: next, problems: problem };
  },
});

type Change = Pick<DraftFile, "path" | "content">;

/** Somebody else's change of the same file is never overwritten; the same content twice is no conflict. */
function refuseOverwriting(
  known: ReadonlyMap<string, DraftFile>,
  changes: readonly Change[],
  read: number,
  revision: number,
): void {
  const conflicts = changes.flatMap(({ path, content }) => {
    const now = known.get(path);
    return now === undefined || now.revision <= read || now.content === content ? [] : [now];
  });
  const [first] = conflicts;
  if (!first) return;
  throw conflict(
    "policy-file-changed",
    `${first.changed_by}刚刚${first.content === null ? "删去" : "改"}了 ${first.path}${conflicts.length > 1 ? `等 ${conflicts.length} 个文件` : ""}，您的修改没有保存，也没有丢失。请对照对方的内容合并后再保存。`,
    {
      revision,
      conflicts: conflicts.map((now) => ({
        path: now.path,
        by: now.changed_by,
        at: now.changed_at.toISOString(),
        revision: now.revision,
        content: JSON.parse(now.content ?? "null") as unknown,
      })),
    },
  );
}

function refuseTooMuch(known: ReadonlyMap<string, DraftFile>, changed: readonly Change[]): void {
  const long = changed.find(({ content }) => (content?.length ?? 0) > MOST_IN_FILE);
  if (long)
    throw unacceptable("file-too-long", `${long.path} 超过 ${MOST_IN_FILE} 个字符。请拆成几个文件，或精简内容。`);
  const after = new Map<string, string | null>([...known].map(([path, { content }]) => [path, content]));
  for (const { path, content } of changed) after.set(path, content);
  const kept = [...after.values()].filter((content) => content !== null);
  if (kept.length > MOST_FILES || kept.reduce((sum, content) => sum + content.length, 0) > MOST_IN_PACKAGE)
    throw unacceptable(
      "package-too-large",
      `一个政策包最多 ${MOST_FILES} 个文件、${MOST_IN_PACKAGE} 个字符。请删去不用的内容。`,
    );
}

async function unreadableNow(context: Context, id: string): Promise<z.output<typeof ProblemShape>[]> {
  const problem = unreadable(await filesOfDraft(context.db, id));
  return problem === null ? [] : [showProblem(problem)];
}
