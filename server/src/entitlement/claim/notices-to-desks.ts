import { benefitName } from "@jinengtong/policy";
import { formatYuan } from "@jinengtong/standards";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import type { ClaimState } from "../claim-states.ts";

interface Claim {
  id: string;
  number: string;
  benefit: string;
  organisation_id: string | null;
  town: string;
  approved_fen: number | null;
  paid_fen: number | null;
}

/** Text for the organisation that claims, of one claim; null for steps that it takes itself or needn't know of one by one. */
const TEXTS: Partial<Record<ClaimState, (said: string, claim: Claim, reason: string) => string>> = {
  returned: (said, _, reason) => `${said}已退回补正${because(reason)}补正后请重新提交。`,
  refused: (said, _, reason) => `${said}不予补贴${because(reason)}不服的可以申诉。`,
  objected: (said) => `公示期间有人对${said}提出异议，核查后将告知结果。`,
  recovered: (said) => `${said}的补贴已全部退回。`,
  cancelled: (said, _, reason) => `${said}已撤销${because(reason)}`,
};

/** Texts where a claim comes back to a state with a reason. */
const BACK: Partial<Record<ClaimState, (said: string, claim: Claim, reason: string) => string>> = {
  payable: (said, claim, reason) =>
    `${said}的 ${formatYuan(claim.approved_fen ?? 0)} 元这次没有付出：${reason}。请核对收款账户，处理后会再拨付。`,
  paid: (said) => `${said}的追回已结束，原来的拨付有效。`,
  publicised: (said) => `对${said}的异议已核查答复，继续公示。`,
  submitted: (said, _, reason) => `${said}重新进入初审${because(reason)}`,
};

/** Steps that come for whole classes at once: one message a day counts them. */
const COUNTED: Partial<Record<ClaimState, string>> = {
  prepared: "系统按培训和考核记录备好 {n} 件补贴申请，请核对后确认。",
  approved: "{n} 件补贴申请已通过复审，即将公示。",
  payable: "{n} 件补贴申请公示结束，等待财政部门拨付。",
  paid: "{n} 件补贴申请已拨付到账，请查收。",
  lapsed: "{n} 件补贴申请超过申请期限，已失效。",
};

/** Work that each state gives to an office. */
const WAITING = {
  submitted: { role: "reviewer", template: "first-reviews-waiting", text: "新收到 {n} 件补贴申请，等待初审。" },
  "first-passed": {
    role: "reviewer",
    template: "second-reviews-waiting",
    text: "{n} 件补贴申请通过初审，等待另一位人员复审。",
  },
  payable: { role: "finance", template: "payables-waiting", text: "{n} 件补贴申请公示结束，等待编批拨付。" },
} as const satisfies Partial<Record<ClaimState, object>>;

const because = (reason: string): string => (reason === "" ? "。" : `，理由：${reason.replace(/[。.]$/u, "")}。`);

/** Message to the organisation of a claim when it enters a state; null if there is none. */
export function organisationNotice(
  state: ClaimState,
  claim: Claim,
  said: string,
  reason?: string,
): { text: string; counted: boolean } | null {
  const single = (reason === undefined ? undefined : BACK[state]) ?? TEXTS[state];
  if (single) return { text: single(said, claim, reason ?? ""), counted: false };
  const counted = COUNTED[state];
  return counted === undefined ? null : { text: counted, counted: true };
}

/** Notifies the organisations that claim, and the offices that the claims now wait for. */
export const notifyDesksOnMove: Subscription<"claims-moved"> = {
  event: "claims-moved",
  name: "tell-claim-desks",
  title: "通知申请单位和办理部门",
  async run(context, { claimIds, state, reason }) {
    const found = await sql<Claim>`
      select id, number, benefit, organisation_id, town, approved_fen, paid_fen from claim
      where id = any(${[...claimIds]}::uuid[]) order by number`.execute(context.db);
    await tellOrganisations(context, found.rows, state, reason);
    // A payment that failed or was taken out is the fund's to report.
    if (!(state in WAITING) || (state === "payable" && reason !== undefined)) return;
    const { role, template, text } = WAITING[state as keyof typeof WAITING];
    const towns = Map.groupBy(found.rows, (claim) => claim.town);
    for (const [town, claims] of towns)
      await notifyOffice(context, role, town, { template, text, count: claims.length });
  },
};

async function tellOrganisations(
  context: Context,
  claims: readonly Claim[],
  state: ClaimState,
  reason: string | undefined,
): Promise<void> {
  const template = `claim-${state}` as const;
  const counts = new Map<string, { text: string; count: number }>();
  for (const claim of claims) {
    if (claim.organisation_id === null) continue;
    const said = `${benefitName(context.services.policies.every(), claim.benefit)}申请 ${claim.number} `;
    const notice = organisationNotice(state, claim, said, reason);
    if (notice === null) continue;
    if (notice.counted) {
      const { count } = counts.get(claim.organisation_id) ?? { count: 0 };
      counts.set(claim.organisation_id, { text: notice.text, count: count + 1 });
    } else await notifyOrganisation(context, claim.organisation_id, { template, text: notice.text, subject: claim.id });
  }
  for (const [id, { text, count }] of counts) await notifyOrganisation(context, id, { template, text, count });
}
