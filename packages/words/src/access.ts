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
  messages: { "phone-code": null },
} as const satisfies ModuleWords;
