import {
  byVersion,
  certificateOf,
  digestOf,
  type PackageFiles,
  type Policy,
  type ProofCertificate,
} from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, type Problem, unacceptable } from "../../kernel/problem.ts";
import { checkApart } from "./apart.ts";
import { showProblem } from "./draft-problems.ts";
import { readable } from "./draft-differences.ts";
import { type DraftRow, filesOfDraft, rulesDigest } from "./draft-record.ts";
import { newestTask, provedContentOf } from "./draft-task.ts";
import type { ProofResult } from "./prove-draft.ts";

/** A draft of which nothing is lacking: it may be signed. */
export interface ReadyDraft {
  policy: Policy;
  files: PackageFiles;
  content: string;
  proof: ProofCertificate;
}

/**
 * Refuses a draft with an error or a worked case that comes out otherwise, without proof or without an assessment of exactly this
 * content, or under a version that is taken.
 */
export async function readyDraft(context: Context, draft: DraftRow): Promise<ReadyDraft> {
  const files = await filesOfDraft(context.db, draft.id);
  const digest = rulesDigest(files);
  const policy = digest === null ? null : readable(files, digest);
  const [error] = (await checkApart(files)).filter(({ severity }) => severity === "error");
  if (policy === null || error)
    throw unacceptable(
      "draft-has-errors",
      `草案还有错误：${error === undefined ? "还读不通" : showProblem(error).text}。改好后再提交。`,
    );
  refuseVersion(context, draft, policy);
  const content = digestOf(files);
  const proof = await newestTask<ProofResult>(context, "policy-proof", draft.id);
  const proved = proof?.result?.proved ?? [];
  if (proof?.state !== "done" || proof.input.content !== (await provedContentOf(context, files)))
    throw lacking("proof-missing", "还没有这份内容的证明。请先证明；证明以后又改过草案或本地参数的，须重新证明。");
  const certificate = certificateOf(policy.reference, proved, proof.input.local);
  if (certificate.faults.length > 0)
    throw lacking("proof-failed", `证明有 ${certificate.faults.length} 处不成立。请按所列案例改好，再证明一次。`);
  const impact = await newestTask(context, "policy-impact", draft.id);
  if (impact?.state !== "done" || impact.input.content !== content)
    throw lacking("impact-missing", "还没有测算这份内容对已有申请的影响。请先测算；测算以后又改过的，须重新测算。");
  return { policy, files, content, proof: certificate };
}

const lacking = (code: string, detail: string): Problem => conflict(code, detail);

function refuseVersion({ services }: Context, draft: DraftRow, policy: Policy): void {
  if (policy.id !== draft.policy_id)
    throw unacceptable(
      "programme-renamed",
      `manifest.json 的编号是 ${policy.id}，草案是 ${draft.policy_id} 的。请改回来；要另立政策，请另起一份草案。`,
    );
  const newest = services.policies.get(policy.id);
  if (newest && draft.base_digest !== newest.digest)
    throw conflict(
      "base-outdated",
      `起草以后发布了第 ${newest.version} 版，这份草案没有它的改动。请由第 ${newest.version} 版另起一份草案，把这里的改动移过去。`,
    );
  if (newest && byVersion(policy.version, newest.version) <= 0)
    throw conflict(
      "version-taken",
      `已发布到第 ${newest.version} 版，草案写的是第 ${policy.version} 版。请换用更高的版本号。`,
    );
}

/** Claims decided for days on which the version is in force, and how many of them are paid: nothing of them changes by itself. */
export async function decidedBefore(context: Context, policy: Policy): Promise<{ decided: number; paid: number }> {
  const { from, to } = policy.rules.manifest.effective;
  const found = await sql<{ decided: number; paid: number }>`
    select count(*)::int as decided,
      count(*) filter (where state in ('batched', 'paid', 'recovering', 'recovered'))::int as paid
    from claim where policy_id = ${policy.id} and decision_id is not null and applied_on >= ${from}
      and (${to ?? null}::date is null or applied_on <= ${to ?? null}::date)`.execute(context.db);
  return found.rows[0] ?? { decided: 0, paid: 0 };
}
