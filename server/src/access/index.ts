import type { Door } from "../kernel/http.ts";
import type { Module } from "../kernel/module.ts";
import { changePassword } from "./change-password.ts";
import { createLimiter } from "./limits.ts";
import { listMySessions } from "./list-my-sessions.ts";
import { revokeMySession } from "./revoke-my-session.ts";
import { identify } from "./sessions.ts";
import { showSession } from "./show-session.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";

export { SessionOpened } from "./account-view.ts";
export { createAccount, type NewAccount } from "./accounts.ts";
export { inOwnTransaction } from "./own-transaction.ts";
export { generatePassword } from "./passwords.ts";
export { openSession } from "./sessions.ts";
export { EVERYBODY } from "./sign-out.ts";
export { startSession } from "./start-session.ts";

export const operations = [signIn, showSession, signOut, listMySessions, revokeMySession, changePassword] as const;

export const access: Module = {
  name: "access",
  operations,
  refusals: {
    account_username_key: { code: "username-taken", detail: "这个用户名已被使用，请换一个。" },
    account_person_id_key: { code: "person-has-account", detail: "此人已有学员账号，请直接登录或用手机号登录。" },
  },
};

/** The door all operations stand behind. */
export const createDoor = (): Door => ({ identify, limit: createLimiter() });
