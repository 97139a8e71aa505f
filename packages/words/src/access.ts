import type { ModuleWords } from "./module-words.ts";

export const accessWords = {
  nouns: {
    account: "账号",
    session: "登录会话",
    "organisation-token": "接口令牌",
    "phone-code": "手机验证码",
    "stored-file": "文件",
    "sealing-keys": "加密密钥",
  },
  messages: {
    "phone-code": null,
    "colleague-opened": {
      to: {
        institution: "/institution/settings",
        enterprise: "/enterprise/settings",
        evaluator: "/evaluation/settings",
      },
      title: "看本单位的账号",
    },
    "colleagues-opened": { to: { reviewer: "/bureau/organisations" }, title: "看单位" },
  },
} as const satisfies ModuleWords;
