export type AdmissionAct = "admit" | "inspect" | "return" | "refuse" | "renew" | "resume" | "sanction";

/** The acts on an admission, in words. */
export const admissionWords: Record<AdmissionAct, { title: string; consequence: string; said: string }> = {
  admit: { title: "准入", consequence: "可以为这个职业和等级开班，列入下一版公布的名单。", said: "已准入" },
  inspect: { title: "登记实地考察", consequence: "申请进入考察中，考察情况留存；之后再作决定。", said: "已登记考察" },
  return: { title: "退回补正", consequence: "申请退回单位，补正后可以重新提交。", said: "已退回补正" },
  refuse: { title: "不予准入", consequence: "申请就此结束，单位可以重新申请。", said: "已作出不予准入的决定" },
  renew: { title: "延续有效期", consequence: "准入延续到新的日期。", said: "有效期已延续" },
  resume: { title: "恢复准入", consequence: "停业整顿结束，可以重新开班。", said: "准入已恢复" },
  sanction: { title: "作出处理", consequence: "处理记录在案，单位会看到理由。", said: "处理已记录" },
};
