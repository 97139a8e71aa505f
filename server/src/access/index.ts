import type { Door } from "../kernel/http.ts";
import { forgetKeys } from "../kernel/idempotency.ts";
import type { Module } from "../kernel/module.ts";
import { sendTexts } from "../kernel/outbox.ts";
import { adminHome } from "./admin-home.ts";
import { changePassword } from "./change-password.ts";
import { cleanUp } from "./clean-up.ts";
import { disableAccount } from "./disable-account.ts";
import { enableAccount } from "./enable-account.ts";
import { endSession } from "./end-session.ts";
import { exportAccounts } from "./export-accounts.ts";
import { issueToken } from "./issue-token.ts";
import { createLimiter } from "./limits.ts";
import { listAccounts } from "./list-accounts.ts";
import { listMySessions } from "./list-my-sessions.ts";
import { exportSessions, listSessions } from "./list-sessions.ts";
import { exportTokens, listTokens } from "./list-tokens.ts";
import { linkStaffIdentity } from "./oidc/link-identity.ts";
import { listProviders } from "./oidc/list-providers.ts";
import { startIdentityFlow } from "./oidc/start.ts";
import { openAccount } from "./open-account.ts";
import { requestPhoneCode } from "./request-phone-code.ts";
import { resetPassword } from "./reset-password.ts";
import { revokeMySession } from "./revoke-my-session.ts";
import { revokeToken } from "./revoke-token.ts";
import { identify } from "./sessions.ts";
import { showSession } from "./show-session.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { trialOutbox } from "./trial-outbox.ts";
import { unlockAccount } from "./unlock-account.ts";

export { SessionOpened } from "./account-view.ts";
export { createAccount, describeAccountOf, type NewAccount, notifyOrganisation } from "./accounts.ts";
export { finishIdentityFlow, type VerifiedIdentity } from "./oidc/finish.ts";
export { accountOfIdentity, linkIdentity } from "./oidc/identities.ts";
export { redirect } from "./oidc/start.ts";
export { inOwnTransaction } from "./own-transaction.ts";
export { generatePassword, requireStrong } from "./passwords.ts";
export { checkPhoneCode, usePhoneCode } from "./phone-codes.ts";
export { openSession } from "./sessions.ts";
export { EVERYBODY } from "./sign-out.ts";
export { startSession } from "./start-session.ts";

export const operations = [
  signIn,
  showSession,
  signOut,
  requestPhoneCode,
  trialOutbox,
  listMySessions,
  revokeMySession,
  changePassword,
  adminHome,
  listAccounts,
  exportAccounts,
  openAccount,
  resetPassword,
  disableAccount,
  enableAccount,
  unlockAccount,
  listSessions,
  exportSessions,
  endSession,
  issueToken,
  listTokens,
  exportTokens,
  revokeToken,
  listProviders,
  startIdentityFlow,
  linkStaffIdentity,
] as const;

export const access: Module = {
  name: "access",
  operations,
  subscriptions: [sendTexts],
  schedules: [cleanUp, forgetKeys],
  refusals: {
    account_username_key: { code: "username-taken", detail: "这个用户名已被使用，请换一个。" },
    account_person_id_key: { code: "person-has-account", detail: "此人已有学员账号，请直接登录或用手机号登录。" },
    federated_identity_pkey: { code: "identity-linked", detail: "这个统一身份认证用户已绑定其他账号，请先核对。" },
  },
};

/** The door all operations stand behind. */
export const createDoor = (): Door => ({ identify, limit: createLimiter() });
