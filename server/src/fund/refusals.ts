import type { Refusals } from "../kernel/refusals.ts";

/** Explanations of the fund's database constraints. */
export const refusals: Refusals = {
  never_below_zero: {
    code: "balance-exhausted",
    detail: "余额不足：此来源的可用额度或专户存款不够本次金额，没有入账。请先下达额度或拨入资金。",
  },
  entry_after_opening: {
    code: "date-too-early",
    detail: "入账日期早于资金来源设立的日期，没有入账。请核对日期。",
  },
  ledger_correction_once: {
    code: "correction-exists",
    detail: "这一笔已有更正在等待决定，或已经更正过。请刷新页面查看。",
  },
  corrector_is_not_asker: { code: "corrector-is-asker", detail: "更正由您提出，须由另一位财政人员决定。", status: 403 },
  corrector_is_not_maker: {
    code: "corrector-is-maker",
    detail: "这一笔由您登记，更正须由另一位财政人员决定。",
    status: 403,
  },
  clawback_end_open: {
    code: "end-asked",
    detail: "已有人提出结束这件追回，正等另一位人员决定。请刷新页面查看。",
  },
  ender_is_not_asker: { code: "ender-is-asker", detail: "结束由您提出，须由另一位人员决定。", status: 403 },
  ender_is_not_demander: {
    code: "ender-is-demander",
    detail: "追回由您发出，是否结束须由另一位人员决定。",
    status: 403,
  },
  clawback_ends_by_two: { code: "clawback-ends-by-two", detail: "结束追回须一人提出、另一人决定。请先提出结束。" },
  payment_live: {
    code: "payment-exists",
    detail: "其中有补贴申请已在另一批次中，未重复付款。请刷新待拨付列表后重新编制。",
  },
  releaser_is_not_maker: {
    code: "releaser-is-maker",
    detail: "编制批次的人不能复核放款，请由另一位财政人员办理。",
    status: 403,
  },
  JN004: { code: "entry-unbalanced", detail: "分录借贷不平，没有入账。请联系管理员。" },
  JN005: { code: "payer-is-reviewer", detail: "审核过补贴申请的人不能参与付款，请由其他人员办理。", status: 403 },
  payment_bank_reference_key: { code: "bank-reference-used", detail: "银行流水号已用于另一笔付款，请核对回单。" },
  fund_source_code_key: { code: "source-exists", detail: "这个资金来源代码已存在，请更换代码。" },
};
