/** Kinds of people in the register of examiners, with their words. */
export const STAFF_KINDS = {
  examiner: "考评员",
  "senior-examiner": "高级考评员",
  invigilator: "监考员",
  "exam-officer": "考务人员",
  "internal-supervisor": "内部督导",
  "external-supervisor": "外部督导",
} as const;

/** Duties in a batch. A senior examiner examines. */
export const DUTIES = {
  examiner: "考评",
  invigilator: "监考",
  "exam-officer": "考务",
  "internal-supervisor": "内部督导",
  "external-supervisor": "外部督导",
} as const;

export const YEAR_RESULTS = { excellent: "优秀", qualified: "合格", unqualified: "不合格" } as const;
