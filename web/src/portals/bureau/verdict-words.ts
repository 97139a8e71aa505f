/** A decision in words: the same in the dialog of one case and of several. */
export interface VerdictWords {
  /** 认定, 不通过. */
  action: string;
  consequences: readonly string[];
  /** 理由, 核对情况: what is written. */
  label: string;
  /** Who will read it. */
  readBy: string;
}

type Verdicts<Yes extends string, No extends string> = Readonly<Record<Yes | No, VerdictWords>>;

export const groupVerdicts: Verdicts<"confirmed", "rejected"> = {
  confirmed: {
    action: "认定",
    consequences: ["有效期内按这个人群判定补贴，统计也按此归类。", "本人会收到通知。"],
    label: "核对情况",
    readBy: "记入经过",
  },
  rejected: {
    action: "不通过",
    consequences: ["本人会收到通知和您写的理由，可以补充材料重新申报。"],
    label: "理由",
    readBy: "本人会看到这段话",
  },
};

export const entryVerdicts: Verdicts<"confirmed", "refused"> = {
  confirmed: {
    action: "确认登记",
    consequences: ["从现在起补贴判定以此为据，已有的申请按规定重新核对。", "本人和登记的同事会收到通知。"],
    label: "核对情况",
    readBy: "记入经过",
  },
  refused: {
    action: "退回",
    consequences: ["不登记，登记的同事会收到您写的理由。"],
    label: "理由",
    readBy: "登记的同事会看到这段话",
  },
};

export const inPlaceVerdicts: Verdicts<"confirmed", "rejected"> = {
  confirmed: {
    action: "确认",
    consequences: [
      "申报人可以把它用在这段时间里开课的班，待遇按被代替人的类别。",
      "补贴次数同时算在被代替人名下，同一时间不能再由别人代替。",
    ],
    label: "核对情况",
    readBy: "记入经过",
  },
  rejected: {
    action: "不通过",
    consequences: ["申报人会收到通知和您写的理由，可以补充证明重新申报。"],
    label: "理由",
    readBy: "申报人会看到这段话",
  },
};

export const declarationVerdicts: Verdicts<"confirmed", "rejected"> = {
  confirmed: {
    action: "确认证书",
    consequences: ["证书记入个人电子档案，与平台发的证书一样计算补贴和学分。", "符合条件的补贴会自动生成申请。"],
    label: "核验依据",
    readBy: "记入档案，例如“人社部证书查询网 2026-05-10 查询相符”",
  },
  rejected: {
    action: "不通过",
    consequences: ["申报人会收到通知和您写的理由，可以重新申报。"],
    label: "理由",
    readBy: "申报人会看到这段话",
  },
};

/** Nothing is put right: that needs the right value of each case. */
export const correctionDeclined: VerdictWords = {
  action: "不更正",
  consequences: ["记录不变。本人会收到您写的理由，可以带新的证明再提出。"],
  label: "理由",
  readBy: "本人会看到这段话",
};

const CHANGE_APPLIED = {
  timetable: "取消的课保留记录并注明原因，新课立即排入课表，学员会收到通知。",
  joiner: "学员入班，占用一个名额。",
  attendance: "出勤按签到表改记，原来的记录保留；学分、结业和补贴随之重新核对，出勤有变的学员会收到通知。",
};

/** The answers to changes of classes, of the kinds that are among them. */
export function changeVerdicts(kinds: readonly (keyof typeof CHANGE_APPLIED)[]): Verdicts<"approve", "refuse"> {
  const among = new Set(kinds);
  return {
    approve: {
      action: "批准，立即生效",
      consequences: [...among].map((kind) => CHANGE_APPLIED[kind]),
      label: "审核意见",
      readBy: "培训机构会看到这段话",
    },
    refuse: {
      action: "不批准",
      consequences: [
        ...(among.has("attendance") ? ["出勤照旧，机构会收到通知和您写的理由。"] : []),
        ...(among.has("timetable") || among.has("joiner") ? ["班级照原计划进行，机构会收到通知和您写的理由。"] : []),
      ],
      label: "理由",
      readBy: "培训机构会看到这段话",
    },
  };
}

export const filingReturned: VerdictWords = {
  action: "退回补正",
  consequences: ["计划退回培训机构修改，可以重新提交。", "机构会看到您写的需要补正的内容。"],
  label: "需要补正的内容",
  readBy: "培训机构会看到这段话",
};

export const anomalyVerdicts: Verdicts<"explained", "confirmed"> = {
  explained: {
    action: "记录说明，结束线索",
    consequences: ["线索就此结束，说明留存，审计可以看到。", "处理结论不能更改。"],
    label: "合理的说明",
    readBy: "审计可以看到这段话",
  },
  confirmed: {
    action: "确认有问题",
    consequences: [
      "涉及的申请暂缓：不能通过、核定、公示或拨付；已付的另行追回。",
      "由另一位审核人员处置：撤销认定，或剔除有问题的申请后放行其余。",
      "可以另对机构作出处理、暂停班级。审计可以看到。",
    ],
    label: "核查情况",
    readBy: "审计可以看到这段话",
  },
};
