import { benefitName } from "@jinengtong/policy";
import { formatYuan } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { notifyAll } from "../../people/index.ts";
import type { ClaimState } from "../claim-states.ts";

/** Facts of a claim that a notice names. */
export interface ClaimTold {
  number: string;
  benefitName: string;
  organisation: string | null;
  asked_fen: number | null;
  approved_fen: number | null;
  paid_fen: number | null;
  publicised_to: string | null;
}

const yuan = (fen: number | null): string => `${formatYuan(fen ?? 0)} 元`;

/** Only who claimed may appeal. */
const mayAppeal = ({ organisation }: ClaimTold): string =>
  organisation === null ? "不服的可以申诉" : `不服的由${organisation}申诉`;

/** Text for a claim's person when the claim enters a state, in the words of the page. */
const TEXTS: Readonly<Record<ClaimState, (claim: ClaimTold) => string>> = {
  prepared: (c) =>
    c.organisation === null
      ? `按现有记录，您可能享受${c.benefitName}，已为您备好申请 ${c.number}，请登录确认或放弃。`
      : `${c.organisation}正在准备与您有关的${c.benefitName}申请 ${c.number}，您不用办理。`,
  declined: (c) =>
    c.organisation === null
      ? `您的${c.benefitName}申请 ${c.number} 已放弃。改了主意的，在申请期限内可以登录重新申请。`
      : `${c.organisation}放弃了${c.benefitName}申请 ${c.number}，您不用办理。`,
  lapsed: (c) => `您的${c.benefitName}申请 ${c.number} 超过申请期限，已失效。`,
  submitted: (c) =>
    c.organisation === null
      ? `您的${c.benefitName}申请 ${c.number} 已提交，人社部门将在 10 个工作日内审核。`
      : `${c.organisation}以您的名义提交了${c.benefitName}申请 ${c.number}。如您没有参加，请登录提出异议。`,
  returned: (c) =>
    c.organisation === null
      ? `${c.benefitName}申请 ${c.number} 已退回补正，请登录查看理由并重新提交。`
      : `${c.benefitName}申请 ${c.number} 已退回${c.organisation}补正，您不用办理。`,
  withdrawn: (c) =>
    c.organisation === null
      ? `${c.benefitName}申请 ${c.number} 已撤回。改了主意的，在申请期限内可以登录重新申请。`
      : `${c.organisation}撤回了${c.benefitName}申请 ${c.number}，您不用办理。`,
  "first-passed": (c) => `${c.benefitName}申请 ${c.number} 已通过初审，等待复审。`,
  refused: (c) => `${c.benefitName}申请 ${c.number} 不予补贴，理由和条款请登录查看；${mayAppeal(c)}。`,
  appealed: (c) => `已收到您对${c.benefitName}申请 ${c.number} 的申诉，将在 5 个工作日内答复。`,
  approved: (c) => `${c.benefitName}申请 ${c.number} 已通过复审，金额 ${yuan(c.approved_fen)}，即将公示。`,
  publicised: (c) => `${c.benefitName}申请 ${c.number} 公示至 ${c.publicised_to ?? ""}。`,
  objected: (c) => `公示期间有人对${c.benefitName}申请 ${c.number} 提出异议，核查后将告知您结果。`,
  payable: (c) => `${c.benefitName}申请 ${c.number} 公示结束，等待财政部门拨付 ${yuan(c.approved_fen)}。`,
  batched: (c) => `${c.benefitName}申请 ${c.number} 已列入拨付批次。`,
  paid: (c) =>
    c.organisation === null
      ? `${c.benefitName}申请 ${c.number} 已拨付 ${yuan(c.paid_fen)}，请查收。`
      : `${c.benefitName}申请 ${c.number} 已拨付给${c.organisation} ${yuan(c.paid_fen)}。`,
  recovering: (c) => `${c.benefitName}申请 ${c.number} 的补贴需退回，理由和办法请登录查看。`,
  recovered: (c) => `${c.benefitName}申请 ${c.number} 的补贴已全部退回。`,
  cancelled: (c) => `${c.benefitName}申请 ${c.number} 已撤销，理由请登录查看。`,
};

/** Texts where a claim comes back to a state with a reason: a payment that failed, a demand that ended, an objection that was answered. */
const BACK: Partial<Record<ClaimState, (claim: ClaimTold, reason: string) => string>> = {
  returned: (c, reason) => `${TEXTS.returned(c)}理由：${reason}`,
  refused: (c, reason) =>
    `${c.benefitName}申请 ${c.number} 不予补贴，理由：${reason}。条款请登录查看；${mayAppeal(c)}。`,
  cancelled: (c, reason) => `${c.benefitName}申请 ${c.number} 已撤销，理由：${reason}`,
  payable: (c, reason) =>
    `${c.benefitName}申请 ${c.number} 的 ${yuan(c.approved_fen)}这次没有付出：${reason}。${
      c.organisation === null ? "请登录核对收款账户，处理后会再拨付" : `由${c.organisation}核对收款账户，您不用办理`
    }。`,
  paid: (c) => `${c.benefitName}申请 ${c.number} 的追回已结束，原来的拨付有效。`,
  publicised: (c) => `对${c.benefitName}申请 ${c.number} 的异议已核查答复，公示至 ${c.publicised_to ?? ""}。`,
};

/** Notices to the person of a claim when it enters a state; with a reason if it comes back to it. */
export const claimNotice = (state: ClaimState, claim: ClaimTold, reason?: string): string =>
  (reason === undefined ? undefined : BACK[state]?.(claim, reason)) ?? TEXTS[state](claim);

/** Notifies the people of these claims of the new state. */
export async function notifyPeople(
  context: Context,
  claimIds: readonly string[],
  state: ClaimState,
  reason?: string,
): Promise<void> {
  const found = await sql<Omit<ClaimTold, "benefitName"> & { benefit: string; person_id: string }>`
    select c.number, c.benefit, c.person_id, o.name as organisation, c.asked_fen, c.approved_fen, c.paid_fen, c.publicised_to
    from claim c left join organisation o on o.id = c.organisation_id
    where c.id = any(${[...claimIds]}::uuid[]) and c.person_id is not null
      ${
        // Whoever owes the money is told by the fund, which knows how much and until when.
        state === "recovering" ? sql`and c.organisation_id is not null` : sql``
      }`.execute(context.db);
  await notifyAll(
    context,
    found.rows.map((claim) => ({
      personId: claim.person_id,
      template: `claim-${state}`,
      text: claimNotice(
        state,
        { ...claim, benefitName: benefitName(context.services.policies.every(), claim.benefit) },
        reason,
      ),
    })),
  );
}

/** Runs for every step of every claim. */
export const notifyOnMove: Subscription<"claims-moved"> = {
  event: "claims-moved",
  name: "tell-claim-people",
  title: "通知申请进度",
  run: (context, { claimIds, state, reason }) => notifyPeople(context, claimIds, state, reason),
};
