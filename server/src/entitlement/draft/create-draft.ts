import { type PackageFiles, type Policy, textOf } from "@jinengtong/policy";
import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { Done, Line } from "../../kernel/shapes.ts";
import { policyOf } from "../programme/policies.ts";
import { writeFiles } from "./draft-record.ts";

const ProgrammeId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "政策编号只用小写字母、数字和短横线，如 example-2025")
  .max(60, "不超过 60 个字");

/**
 * `POST /api/v1/policy-drafts`: begins a draft, as a copy of a published version (`from`, else the newest), under another id
 * (`newId`), or of nothing where the programme isn't there yet. The next version of a programme begins with its newest one.
 */
export const createDraft = operation({
  method: "POST",
  path: "/api/v1/policy-drafts",
  summary: "起草政策",
  permission: { roles: ["reviewer"], over: countyWide },
  body: z.strictObject({
    programme: ProgrammeId.describe("政策编号；平台没有这个政策时，从头起草"),
    from: z.string().max(20).optional().describe("另立政策时复制哪个已发布的版本；不写的，最新的"),
    newId: ProgrammeId.optional().describe("另立一个政策时的编号"),
    title: Line(80, 2).describe("草案名称，如“2027 年调整标准”"),
  }),
  output: Done,
  async run(context, { body }) {
    const { policies } = context.services;
    const { programme, from, newId, title } = body;
    const known = policies.has(programme);
    if (!known && (from !== undefined || newId !== undefined))
      throw unacceptable("unknown-programme", `平台没有政策“${programme}”，不能由它复制。请从政策列表中选择。`, [
        { pointer: "/programme", detail: "没有这个政策" },
      ]);
    const id = newId ?? programme;
    if (newId !== undefined && policies.has(newId))
      throw conflict("programme-exists", `已有编号为 ${newId} 的政策。请换一个编号，或直接由它起草新版本。`);
    const base = known ? policyOf(context.services, from === undefined ? programme : `${programme}@${from}`) : null;
    const newest = base === null ? null : policyOf(context.services, programme);
    if (base?.digest !== newest?.digest && newId === undefined)
      throw conflict(
        "base-outdated",
        `“${programme}”已发布到第 ${newest?.version} 版，新版本只能由它起草，否则会丢掉它的改动。请不选版本，或换一个编号另立政策。`,
      );
    const files = base === null ? nothing(id, title, context) : copyOf(context, base, newId);
    const draft = await context.db
      .insertInto("policy_draft")
      .values({
        policy_id: id,
        title,
        base_policy_id: base?.id ?? null,
        base_version: base?.version ?? null,
        base_digest: base?.digest ?? null,
        state: "open",
        created_by: context.actor.accountId,
        created_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await writeFiles(
      context,
      draft.id,
      1,
      Object.entries(files).map(([path, content]) => ({ path, content: textOf(content) })),
    );
    context.audit({ kind: "policy-draft", id: draft.id, detail: { programme: id, from: base?.digest ?? null } });
    return draft;
  },
});

/** The files of the base, under the next free version. */
function copyOf(context: Context, base: Policy, newId: string | undefined): PackageFiles {
  const files = context.services.policies.filesOf(base.digest);
  if (files === undefined)
    throw conflict("base-without-files", `第 ${base.version} 版没有可以复制的原文件。请选择另一个版本。`);
  const manifest =
    newId === undefined
      ? { ...base.rules.manifest, version: nextVersion(context.services.policies.versionsOf(base.id)) }
      : { ...base.rules.manifest, id: newId, version: "1.0.0" };
  return { ...files, "manifest.json": manifest };
}

/** The middle number of the newest version, one more: 2.0.0 is followed by 2.1.0. */
function nextVersion(versions: readonly Policy[]): string {
  const [major = 1, minor = 0] = (versions.at(-1)?.version ?? "1.0.0").split(".").map(Number);
  return `${major}.${minor + 1}.0`;
}

/** A package without any benefit: there is nothing wrong with keeping it, and everything with publishing it. */
const nothing = (id: string, title: string, { today }: Context): PackageFiles => ({
  "manifest.json": {
    id,
    version: "1.0.0",
    title,
    issuedBy: "",
    documentNumber: "",
    effective: { from: today },
    parametersBy: "/appliedOn",
    lawBy: "/appliedOn",
    transition: "keep",
    contract: 3,
    notes: [],
    benefits: [],
  },
  "clauses.json": { clauses: [] },
  "parameters.json": { parameters: [] },
  "interpretations.json": { interpretations: [] },
});
