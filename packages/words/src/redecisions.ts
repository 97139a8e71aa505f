/** A case decided again under corrected law: the step that follows, and how far it is. */
export const REDECISION_STEPS = {
  none: "不用办理",
  redecide: "在办的改按新规定裁定",
  claim: "备好新申请",
  supplement: "补发差额",
  recover: "追回多付",
  replace: "撤销，按新金额另备",
  cancel: "撤销核定",
  "by-hand": "经办人单独办理",
} as const;

export const REDECISION_ROW_STATES = {
  listed: "待办",
  done: "已办",
  waiting: "等款项办完",
  stale: "情况有变，未办",
} as const;
