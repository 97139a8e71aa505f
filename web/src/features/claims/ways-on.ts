/** What a person does next about each benefit, and who asks for it. */
export interface WayOn {
  how: string;
  to: string;
  action: string;
  /** The person asks for it themselves. */
  own?: true;
}

const byEmployer = (how: string): WayOn => ({ how, to: "/sign-in?return=/enterprise", action: "单位登录办理" });

export const waysOn: Readonly<Record<string, WayOn>> = {
  "unemployed-training": {
    own: true,
    how: "报名参加目录内的培训班，学完考到证书，平台会把申请备好，您确认就行。",
    to: "/classes?benefit=unemployed-training",
    action: "找培训班",
  },
  "living-allowance": {
    own: true,
    how: "和培训补贴一起算：按您到课的天数，结业后备好申请。",
    to: "/classes?benefit=unemployed-training",
    action: "找培训班",
  },
  "startup-training": {
    own: true,
    how: "参加创业培训班，结业后平台会备好申请。",
    to: "/classes?benefit=startup-training",
    action: "找创业班",
  },
  "special-operation": {
    own: true,
    how: "取得特种作业等证书后，平台会备好申请。",
    to: "/classes?benefit=special-operation",
    action: "找培训班",
  },
  "skill-upgrade": {
    own: true,
    how: "凭新取得的证书，登录后确认申请。",
    to: "/my/entitlements",
    action: "登录按我的记录算",
  },
  "technician-award": {
    own: true,
    how: "凭技师或高级技师证书，登录后确认申请。",
    to: "/my/entitlements",
    action: "登录按我的记录算",
  },
  "degree-award": { own: true, how: "凭学历证书，登录后申请。", to: "/my/entitlements", action: "登录按我的记录算" },
  "pre-job": byEmployer("由用人单位申请，补贴付给单位。您可以把这一条告诉单位。"),
  "on-job": byEmployer("由用人单位申请，补贴付给单位。您可以把这一条告诉单位。"),
  apprenticeship: byEmployer("由企业与学徒签协议后申请。"),
  "work-for-training": byEmployer("由吸纳就业的单位按月申请。"),
  "order-class": { how: "由承办订单班的职业院校申请。", to: "/policy#%E5%9B%9B.1", action: "看政策说明" },
  "project-training": { how: "由中标的培训机构申请。", to: "/policy", action: "看政策说明" },
};
