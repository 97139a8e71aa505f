/**
 * Sanctions on an admission, as a ladder (约谈 → 整改 → 停业整顿 → 移出目录 → 黑名单 → 吊销). `to` is the resulting state; the first two rungs are
 * only recorded.
 */
export const SANCTIONS = {
  talk: { label: "约谈", to: null },
  rectification: { label: "限期整改", to: null },
  suspension: { label: "停业整顿", to: "suspended" },
  removal: { label: "移出目录", to: "exited" },
  blacklist: { label: "列入黑名单", to: "exited" },
  revocation: { label: "吊销资质", to: "exited" },
} as const;

export type Sanction = keyof typeof SANCTIONS;

export type AdmissionEventKind = Sanction | "inspection" | "resumption" | "leaving" | "renewal";

export const EVENT_LABELS: Readonly<Record<AdmissionEventKind, string>> = {
  inspection: "实地考察",
  talk: SANCTIONS.talk.label,
  rectification: SANCTIONS.rectification.label,
  suspension: SANCTIONS.suspension.label,
  resumption: "恢复准入",
  removal: SANCTIONS.removal.label,
  blacklist: SANCTIONS.blacklist.label,
  revocation: SANCTIONS.revocation.label,
  leaving: "自愿退出",
  renewal: "延续有效期",
};
