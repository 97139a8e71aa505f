/** The ladder of sanctions, from a talk to the loss of the licence. */
export const sanctionSteps = [
  { value: "talk", label: "约谈", description: "记录在案，准入不变" },
  { value: "rectification", label: "限期整改", description: "记录在案，准入不变" },
  { value: "suspension", label: "停业整顿", description: "暂停准入，不能开新班，可以恢复" },
  { value: "removal", label: "移出目录", description: "退出准入，移出公布的名单" },
  { value: "blacklist", label: "列入黑名单", description: "退出准入，不再受理" },
  { value: "revocation", label: "吊销资质", description: "退出准入，抄送发证机关" },
] as const;

export type Sanction = (typeof sanctionSteps)[number]["value"];
