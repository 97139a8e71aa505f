import { WORDS } from "@jinengtong/words";
import type { Door } from "../kernel/http.ts";
import { forgetKeys } from "../kernel/idempotency.ts";
import type { Module } from "../kernel/module.ts";
import { accessDemo } from "./demo/accounts.ts";
import { sendTexts } from "../kernel/outbox.ts";
import { adminHome } from "./account/admin-home.ts";
import { changePassword } from "./session/change-password.ts";
import { cleanUp } from "./clean-up.ts";
import { disableAccount } from "./account/disable-account.ts";
import { enableAccount } from "./account/enable-account.ts";
import { endSession } from "./session/end-session.ts";
import { disableColleague } from "./colleague/disable-colleague.ts";
import { listColleagues } from "./colleague/list-colleagues.ts";
import { openColleague } from "./colleague/open-colleague.ts";
import { exportAccounts } from "./account/export-accounts.ts";
import { listScopes } from "./token/list-scopes.ts";
import { issueToken } from "./token/issue-token.ts";
import { createLimiter } from "./limits.ts";
import { listAccounts } from "./account/list-accounts.ts";
import { listMySessions } from "./session/list-my-sessions.ts";
import { exportSessions, listSessions } from "./session/list-sessions.ts";
import { exportTokens, listTokens } from "./token/list-tokens.ts";
import { linkStaffIdentity } from "./account/link-identity.ts";
import { unlinkStaffIdentities } from "./account/unlink-identities.ts";
import { listProviders } from "./oidc/list-providers.ts";
import { startIdentityFlow } from "./oidc/start.ts";
import { askAddress } from "./mail/ask-address.ts";
import { chooseMail } from "./mail/choose-mail.ts";
import { confirmAddress } from "./mail/confirm-address.ts";
import { removeAddress } from "./mail/remove-address.ts";
import { sendMail } from "./mail/send-mail.ts";
import { showMail } from "./mail/show-mail.ts";
import { openAccount } from "./account/open-account.ts";
import { requestPhoneCode } from "./phone-code/request-phone-code.ts";
import { resetPassword } from "./account/reset-password.ts";
import { revokeMySession } from "./session/revoke-my-session.ts";
import { revokeToken } from "./token/revoke-token.ts";
import { authenticate } from "./session/sessions.ts";
import { showCounty } from "./session/show-county.ts";
import { showSession } from "./session/show-session.ts";
import { signIn } from "./session/sign-in.ts";
import { signOut } from "./session/sign-out.ts";
import { trialOutbox } from "./phone-code/trial-outbox.ts";
import { listViews } from "./view/list-views.ts";
import { removeView } from "./view/remove-view.ts";
import { renameView } from "./view/rename-view.ts";
import { saveView } from "./view/save-view.ts";
import { unlockAccount } from "./account/unlock-account.ts";

export { SessionOpened } from "./session/account-view.ts";
export {
  closeAccountOf,
  createAccount,
  describeAccountOf,
  type NewAccount,
  reopenAccountOf,
} from "./account/accounts.ts";
export { notifyAccount, notifyOffice, notifyOrganisation, type OfficeNotice } from "./message/notify.ts";
export { timeOf } from "./mail/mail-kinds.ts";
export { actorOf, type Addressee, ADDRESSEE, sendLetter } from "./mail/send-mail.ts";
export { finishIdentityFlow, type VerifiedIdentity } from "./oidc/finish.ts";
export { accountOfIdentity, linkIdentity } from "./oidc/identities.ts";
export { redirect } from "./oidc/start.ts";
export { inOwnTransaction } from "./own-transaction.ts";
export { generatePassword, requireStrong } from "./session/passwords.ts";
export { checkPhoneCode, sendPhoneCode, usePhoneCode } from "./phone-code/phone-codes.ts";
export { openSession } from "./session/sessions.ts";
export { EVERYBODY } from "./session/sign-out.ts";
export { startSession } from "./session/start-session.ts";
export { asDemoAccount } from "./demo/actor.ts";
export { addDemoAccount, DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount, demoAccount } from "./demo/accounts.ts";

export const operations = {
  county: { show: showCounty },
  session: { start: signIn, show: showSession, end: signOut, requestPhoneCode },
  mySessions: { list: listMySessions, revoke: revokeMySession },
  password: { change: changePassword },
  colleagues: { open: openColleague, list: listColleagues, disable: disableColleague },
  accounts: {
    list: listAccounts,
    export: exportAccounts,
    open: openAccount,
    resetPassword,
    disable: disableAccount,
    enable: enableAccount,
    unlock: unlockAccount,
    linkIdentity: linkStaffIdentity,
    unlinkIdentities: unlinkStaffIdentities,
  },
  accountSessions: { list: listSessions, export: exportSessions, end: endSession },
  tokens: { scopes: listScopes, issue: issueToken, list: listTokens, export: exportTokens, revoke: revokeToken },
  mail: { show: showMail, ask: askAddress, confirm: confirmAddress, choose: chooseMail, remove: removeAddress },
  views: { list: listViews, save: saveView, rename: renameView, remove: removeView },
  identityProviders: { list: listProviders, start: startIdentityFlow },
  homes: { admin: adminHome },
  trial: { outbox: trialOutbox },
};

export const access: Module = {
  name: "access",
  operations,
  words: WORDS.access,
  sealed: [
    { table: "message_outbox", column: "phone" },
    { table: "message_outbox", column: "body" },
    { table: "mail_address", column: "address" },
    { table: "saved_view", column: "query" },
  ],
  emits: ["texts-queued"],
  subscriptions: [sendTexts],
  schedules: [cleanUp, forgetKeys, sendMail],
  refusals: {
    account_in_region: {
      code: "organisation-outside",
      detail: "这个单位不在账号的辖区内。请核对单位，或请该单位所在地的管理员开通。",
      status: 403,
    },
    colleague_of_own_house: {
      code: "colleague-outside",
      detail: "只能为本单位、同一类别的同事开通账号，且由本单位最初的账号办理。",
      status: 403,
    },
    saved_view_name: { code: "view-name-taken", detail: "这个页面已有同名的视图，请换一个名称。" },
    account_username_key: { code: "username-taken", detail: "这个用户名已被使用，请换一个。" },
    account_person_id_key: { code: "person-has-account", detail: "此人已有学员账号，请直接登录或用手机号登录。" },
    federated_identity_in_force: { code: "identity-linked", detail: "这个统一身份认证用户已绑定其他账号，请先核对。" },
  },
  demo: accessDemo,
};

/** Authentication and rate limits in front of all operations. */
export const createDoor = (standIns: Pick<Door, "actFor" | "acted">): Door => ({
  ...standIns,
  authenticate,
  ...createLimiter(),
});
