import type { Refusals } from "../kernel/refusals.ts";

/** Constraints of the evaluation tables in words. */
export const evaluationRefusals: Refusals = {
  evaluation_rule_decided_by_another: {
    code: "decided-by-setter",
    detail: "录入和确认须由两个人办理，请另一位工作人员确认。",
  },
  evaluation_site_code: { code: "site-code-taken", detail: "本单位已有这个场地代码，请核对代码。" },
  evaluation_room_name: { code: "room-name-taken", detail: "这个场地已有同名考场，请换一个名称。" },
  evaluation_filing_number: { code: "filing-number-taken", detail: "这个备案号已经登记，请核对备案号。" },
  evaluation_code_of_one_body: {
    code: "institution-code-taken",
    detail: "这个机构代码已由另一家评价机构使用，请核对代码；证书编号不能重复。",
  },
  evaluation_filing_by_another: { code: "decided-by-submitter", detail: "不能审核自己提交的备案，请另一位人员办理。" },
  evaluation_staff_once: { code: "staff-registered-already", detail: "这个人已按这个类别登记在册，不需要再登记。" },
  evaluation_staff_decided_by_another: {
    code: "decided-by-registrant",
    detail: "不能确认自己登记的人员，请另一位工作人员确认。",
  },
  evaluation_plan_by_another: { code: "decided-by-submitter", detail: "不能审核自己提交的计划，请另一位人员办理。" },
  evaluation_stop_open: { code: "batch-stopped-already", detail: "这个批次已经被叫停，不需要再操作。" },
  evaluation_stop_lifted_by_another: {
    code: "lifted-by-stopper",
    detail: "叫停和恢复须由两个人办理，请另一位工作人员恢复。",
  },
  evaluation_batch_stopped: {
    code: "batch-stopped",
    detail: "这个批次已被人社部门叫停，恢复以前不能往下办理。请联系人社部门。",
  },
  evaluation_batch_archived: { code: "batch-archived", detail: "这个批次已经归档，内容不能再改。" },
  evaluation_candidate_once: { code: "candidate-registered-already", detail: "这个人已在本批次报名，不需要再报。" },
  evaluation_room_holds_one: {
    code: "rule-room-taken",
    detail: "这个考场在这段时间已安排了另一场考试，一个考场同一时间只能用于一场。请换考场或时间。",
  },
  evaluation_seat_of_one: { code: "seat-taken", detail: "座位刚刚被占用，请重新编排。" },
  evaluation_assignment_once: { code: "assigned-already", detail: "名单刚刚被别人改过，请刷新页面后再派。" },
  evaluation_paper_once: { code: "paper-known", detail: "这份试卷已经入库，不需要再传。" },
  evaluation_paper_drawn_once: { code: "paper-drawn-already", detail: "这一科的试卷已经抽定，不能再抽。" },
  evaluation_paper_opened_by_two: {
    code: "rule-opened-by-two",
    detail: "试卷须由两个人启封：一位机构人员，一位督导。请另一位办理。",
  },
  evaluation_score_first: {
    code: "score-recorded-already",
    detail: "这张评分表里有考生的分数刚刚已经登记，没有覆盖。请刷新页面，核对后只交还没有登记的考生。",
  },
  evaluation_score_corrected_once: {
    code: "score-corrected-already",
    detail: "这个分数刚刚已被更正，请刷新页面查看。",
  },
  evaluation_result_first: { code: "results-closed-already", detail: "本批次的成绩刚刚已经确定，请刷新页面查看。" },
  evaluation_result_corrected_once: {
    code: "result-corrected-already",
    detail: "这项成绩刚刚已被更正，请刷新页面查看。",
  },
  evaluation_publicity_pkey: { code: "publicised-already", detail: "本批次已经公示，不需要再操作。" },
  evaluation_objection_one_open: {
    code: "objection-open",
    detail: "您的异议正在办理，有结果会通知您，不需要重复提出。",
  },
  evaluation_objection_by_another: { code: "own-objection", detail: "不能答复自己提出的异议，请另一位人员办理。" },
  evaluation_certificate_pkey: {
    code: "certificates-issued-already",
    detail: "本批次的证书刚刚已经发放，请刷新页面查看。",
  },
  evaluation_upload_pkey: { code: "upload-recorded-already", detail: "上传回执已经登记，不需要再操作。" },
  evaluation_upload_receipt: { code: "receipt-taken", detail: "这个回执号已登记在另一批次，请核对回执号。" },
  evaluation_archive_pkey: { code: "archived-already", detail: "本批次已经归档，不需要再操作。" },
};
