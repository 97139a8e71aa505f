import { certificateOf } from "@jinengtong/policy";
import { z } from "zod";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { policyOf, policyOn } from "../programme/policies.ts";
import { printApart } from "./apart.ts";
import { readable } from "./draft-differences.ts";
import { filesOfDraft, readDraft, rulesDigest } from "./draft-record.ts";
import { newestTask, provedContentOf } from "./draft-task.ts";
import { policySheet } from "./policy-sheet.ts";
import type { ProofResult } from "./prove-draft.ts";

const SEAL = { role: "主管部门（盖章）", name: "", on: "" };

/** `GET /api/v1/policy-drafts/:id/sheet`: a draft on paper, marked as one on each page, with places for signatures and seals. */
export const printDraft = operation({
  method: "GET",
  path: "/api/v1/policy-drafts/:id/sheet",
  summary: "打印政策草案",
  permission: { roles: ["reviewer", "auditor"] },
  perMinute: 30,
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const draft = await readDraft(context.db, params.id);
    const files = await filesOfDraft(context.db, params.id);
    const digest = rulesDigest(files);
    const policy = digest === null ? null : readable(files, digest);
    if (policy === null)
      throw conflict("draft-unreadable", "草案还读不通，不能打印。请先按“检查”列出的第一个错误改好。");
    const proof = await newestTask<ProofResult>(context, "policy-proof", params.id);
    const proved =
      proof?.state === "done" && proof.input.content === (await provedContentOf(context, files))
        ? proof.result?.proved
        : undefined;
    const sheet = await policySheet(context, {
      policy,
      draft: draft.state !== "published",
      before: context.services.policies.ofDigest(draft.base_digest ?? ""),
      proof: proved && certificateOf(policy.reference, proved, proof?.input.local),
      facts: [
        ["草案", draft.title],
        ...(draft.statement === null ? [] : [["追溯施行的理由", draft.statement] as const]),
      ],
      signatures: [{ role: "提交人", name: draft.submitter ?? "", on: "" }, { role: "签发人", name: "", on: "" }, SEAL],
    });
    return pdf(await printApart(sheet), `${policy.title} 第 ${policy.version} 版（草案）.pdf`);
  },
});

/** `GET /api/v1/policy/:id/sheet`: a published version (`ID@VERSION`, or the one of today) on paper, with who signed it. */
export const printVersion = operation({
  method: "GET",
  path: "/api/v1/policy/:id/sheet",
  summary: "打印政策版本",
  permission: { roles: ["reviewer", "finance", "auditor", "admin"] },
  perMinute: 30,
  params: z.object({ id: z.string().max(80) }),
  output: fileOutput,
  async run(context, { params }) {
    const { policies } = context.services;
    const policy = params.id.includes("@")
      ? policyOf(context.services, params.id)
      : policyOn(context.services, params.id, context.today);
    const versions = policies.versionsOf(policy.id);
    const publication = policies.publicationOf(policy.digest);
    const sheet = await policySheet(context, {
      policy,
      draft: false,
      before: versions[versions.indexOf(policy) - 1],
      proof: policies.proofOf(policy.digest),
      facts: [
        ["发布日期", publication?.publishedOn ?? ""],
        ...(publication?.statement ? [["追溯施行的理由", publication.statement] as const] : []),
      ],
      signatures: [
        { role: "提交人", name: publication?.proposedBy ?? "", on: publication?.publishedOn ?? "" },
        { role: "签发人", name: publication?.approvedBy ?? "", on: publication?.publishedOn ?? "" },
        SEAL,
      ],
    });
    return pdf(await printApart(sheet), `${policy.title} 第 ${policy.version} 版.pdf`);
  },
});

const pdf = (content: Buffer, fileName: string): FileReply =>
  new FileReply({ mediaType: "application/pdf", content, fileName });
