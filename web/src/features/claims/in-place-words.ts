import type { Claim } from "./claim.ts";

/** 替张三参加，是对方的配偶；对方开班时是重度残疾人 */
export const inPlaceWords = ({
  principalName,
  relationLabel,
  groups,
}: NonNullable<Claim["evidence"]["inPlaceOf"]>): string =>
  `替${principalName}参加，是对方的${relationLabel}；对方开班时是${groups.length === 0 ? "无已确认类别" : groups.join("、")}，补贴次数同时算在对方名下`;
