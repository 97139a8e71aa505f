import type { Refusals } from "../kernel/refusals.ts";

/** Explanations of this module's database constraints. */
export const refusals: Refusals = {
  slot_taken_once: {
    code: "benefit-slot-taken",
    detail:
      "该人员的同类补贴刚被另一笔申请占用（同一职业同一等级，或已达次数上限），本笔不能再批准。请刷新后查看其补贴记录。",
  },
  never_together: {
    code: "benefits-exclude-each-other",
    detail: "该人员在同一用人单位已享受与本项互斥的补贴（岗前培训与以工代训不可兼得），本笔不能批准。",
  },
  window_officer_not_reviewer: {
    code: "reviewer-served-window",
    detail: "这笔申请是您在窗口代本人办理或当面确认的，不能由您审核或拨付。请转交其他人员。",
    status: 403,
  },
  reviewer_is_not_submitter: {
    code: "reviewer-is-submitter",
    detail: "申请由您本人提交，不能由您审核。请转交其他审核人员。",
  },
  second_is_not_first: {
    code: "second-is-first",
    detail: "初审和复审须由不同的人完成。您已初审过这笔申请，请由另一位审核人员复审。",
  },
  claim_review_claim_id_version_round_key: {
    code: "already-reviewed",
    detail: "另一位审核人员刚刚完成了这一环节。请刷新页面查看结果。",
  },
  JN006: {
    code: "answerer-is-reviewer",
    detail: "您审核过这笔申请，不能由您答复对它的异议或申诉。请转交未参与审核的人员。",
  },
  redecision_signed_by_two: {
    code: "second-signature-is-first",
    detail: "第二个签字须由另一位工作人员作出。请转交另一位审核人员。",
  },
  redecision_open: {
    code: "redecision-open",
    detail: "对同一项更正已有一次没有办完的追溯裁定。请打开那一次办理，或先撤回它。",
  },
  canceller_is_not_asker: {
    code: "canceller-is-asker",
    detail: "撤销须由另一位审核人员确认，不能由提出撤销的人自己确认。",
  },
  claim_cancellation_open: {
    code: "cancellation-open",
    detail: "这笔申请已有待确认的撤销，请先确认或否决。",
  },
  confirmer_is_not_setter: {
    code: "confirmer-is-setter",
    detail: "参数须由另一位工作人员确认，不能由录入的人自己确认。",
  },
  reading_confirmer_is_not_proposer: {
    code: "confirmer-is-proposer",
    detail: "这一读法由您提请确认，须由另一位工作人员确认。",
  },
  policy_reading_once: {
    code: "reading-proposed",
    detail: "这一读法已提请确认或已确认。请刷新页面查看。",
  },
  publisher_is_not_proposer: {
    code: "signer-is-proposer",
    detail: "草案由您提交，须由另一位工作人员签发。",
  },
  policy_version_policy_id_version_key: {
    code: "version-taken",
    detail: "这个版本号刚刚由另一份草案发布。请退回编辑，换用新的版本号。",
  },
  parameter_one_value_a_day: {
    code: "parameter-overlaps",
    detail: "这个参数刚刚有另一个值生效。请刷新页面，按现行值再核对一次。",
  },
  publicity_round_document: {
    code: "document-used",
    detail: "这个文号已用于另一批公示。请核对文号；同一份文件分几批公示的，请注明与前一批同一文号。",
  },
  claim_not_held: {
    code: "claim-held",
    detail: "其中有申请涉及刚刚确认的疑点，疑点处置前不能通过、核定或拨付。请刷新页面查看是哪一条。",
  },
  claim_not_stopped: {
    code: "claim-stopped",
    detail: "其中有申请刚刚被提出异议、撤销或其证书被撤销，处理完之前不能拨付。请刷新页面，把这一笔移出本批。",
  },
  settler_is_not_placer: {
    code: "resolver-is-confirmer",
    detail: "疑点由您确认，须由另一位审核人员处置。",
  },
  claim_certificate_once: {
    code: "certificate-claimed",
    detail: "这张证书的该项补贴已有一笔申请在办或已办结，不能重复申请。请在“我的申请”中查看进度。",
  },
  claim_enrolment_once: {
    code: "enrolment-claimed",
    detail: "该学员在这个班的该项补贴已有一笔申请在办或已办结，不能重复申请。",
  },
  claim_class_once: {
    code: "class-claimed",
    detail: "这个班的该项补贴（同一阶段）已有一笔申请在办或已办结，不能重复申请。",
  },
};
