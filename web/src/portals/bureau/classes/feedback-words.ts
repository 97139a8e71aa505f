import type { VerdictWords } from "../verdict-words.ts";

/** The answers to a learner's word on a class. */
export const feedbackVerdicts: Readonly<Record<"published" | "refused", VerdictWords>> = {
  published: {
    action: "公开",
    consequences: ["培训班和机构的页面上看得到，不写评价人的名字。", "评价人和机构会收到通知，机构可以公开答复一次。"],
    label: "说明",
    readBy: "记入经过，可以不写",
  },
  refused: {
    action: "不公开",
    consequences: ["评价人会收到通知和您写的理由，可以改过再写。", "说得不好不是不公开的理由。"],
    label: "理由",
    readBy: "评价人会看到这段话",
  },
};
