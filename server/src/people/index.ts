import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { peopleDemo } from "./demo/part.ts";
import { askCorrection, myCorrections, withdrawCorrection } from "./correction/ask-correction.ts";
import { changeContact } from "./identity/change-contact.ts";
import { applyConfirmedList, checkSentList } from "./fact-import/continue-imports.ts";
import { askOpenQuestions } from "./fact-query/ask-again.ts";
import { askQuestion } from "./fact-query/answer-query.ts";
import { confirmList } from "./fact-import/confirm-list.ts";
import { discardList } from "./fact-import/discard-list.ts";
import { handInList } from "./fact-import/hand-in-list.ts";
import { importStates } from "./fact-import/import-states.ts";
import { exportImportRows, listImportRows } from "./fact-import/list-import-rows.ts";
import { exportImports, listImports } from "./fact-import/list-imports.ts";
import { listTemplate } from "./fact-import/list-template.ts";
import { sendList } from "./fact-import/send-list.ts";
import { showList } from "./fact-import/show-list.ts";
import { undoList } from "./fact-import/undo-list.ts";
import { listKeepers } from "./keeper/list-keepers.ts";
import { setKeepers } from "./keeper/set-keepers.ts";
import { changePhone } from "./account/change-phone.ts";
import { confirmGroup } from "./entry/confirm-group.ts";
import { correctName } from "./identity/correct-name.ts";
import { decideGroup } from "./group/decide-group.ts";
import { correctionStates } from "./correction/correction-states.ts";
import { decideCorrection } from "./correction/decide-correction.ts";
import { declareGroup } from "./group/declare-group.ts";
import { endGroup } from "./group/end-group.ts";
import { exportDataAccesses } from "./privacy/export-data-accesses.ts";
import { exportGroupDeclarations } from "./group/export-group-declarations.ts";
import { recordConsent } from "./consent/give-consent.ts";
import { groupStates } from "./group/group-states.ts";
import { correctionEvidence, exportCorrections, listCorrections } from "./correction/list-corrections.ts";
import { listDataAccesses } from "./privacy/list-data-accesses.ts";
import { listGroupDeclarations } from "./group/list-group-declarations.ts";
import { askJoin } from "./join/ask-join.ts";
import { decideJoin } from "./join/decide-join.ts";
import { joinStates } from "./join/join-states.ts";
import { exportJoins, listJoins } from "./join/list-joins.ts";
import { undoJoin } from "./join/undo-join.ts";
import { listMessages } from "./message/list-messages.ts";
import { myRecord } from "./record/my-record.ts";
import { oidcCallback } from "./account/oidc-callback.ts";
import { exportDuplicates, possibleDuplicates } from "./identity/possible-duplicates.ts";
import { readMessages } from "./message/read-messages.ts";
import { decideEntry } from "./entry/decide-entry.ts";
import { entryStates } from "./entry/entry-states.ts";
import { exportEntries, listEntries } from "./entry/list-entries.ts";
import { withdrawEntry } from "./entry/withdraw-entry.ts";
import { recordFact } from "./entry/record-fact.ts";
import { recordPhone } from "./account/record-phone.ts";
import { register } from "./account/register.ts";
import { searchPeople } from "./identity/search-people.ts";
import { setMyPayeeAccount } from "./payee/set-payee-account.ts";
import { showEvidence } from "./group/show-evidence.ts";
import { showMyPayeeAccount } from "./payee/show-payee-account.ts";
import { showPerson } from "./record/show-person.ts";
import { signInByPhone } from "./account/sign-in-by-phone.ts";
import { unmaskPerson } from "./privacy/unmask.ts";
import { uploadEvidence } from "./fact/upload-evidence.ts";
import { identityVerifier } from "./identity/verify-identities.ts";
import { withdrawGroup } from "./group/withdraw-group.ts";
import "./events.ts";
import { endHelper } from "./helper/end-helper.ts";
import { myHelpers } from "./helper/my-helpers.ts";
import { nameHelper } from "./helper/name-helper.ts";
import { agreeByCode, agreeByOfficer, agreeByPaper, callColleague, sendWindowCode } from "./window/agree-to-window.ts";
import { askWindow } from "./window/ask-window.ts";
import { endWindow } from "./window/end-window.ts";
import { exportWindows, listWindows, myWindows, showWindow, windowPaper } from "./window/list-windows.ts";
import { windowStates } from "./window/window-states.ts";
import { consentPaper, consentToSubstitution, keepConsentPaper } from "./substitution/consent-substitution.ts";
import { declareSubstitution } from "./substitution/declare-substitution.ts";
import { decideSubstitution } from "./substitution/decide-substitution.ts";
import { endSubstitution } from "./substitution/end-substitution.ts";
import {
  exportSubstitutions,
  listSubstitutions,
  mySubstitutions,
  substitutionEvidence,
} from "./substitution/list-substitutions.ts";
import { substitutionStates } from "./substitution/substitution-states.ts";
import { withdrawSubstitution } from "./substitution/withdraw-substitution.ts";
import "./tables.ts";

export {
  type ConsentPurpose,
  consentingTo,
  consentsOf,
  consentWithdrawn,
  giveConsent,
  requireConsents,
  withdrawnFrom,
} from "./consent/consents.ts";
export { Fact, FACT_LABELS, FactKind } from "./fact/fact-kinds.ts";
export { factsAt, factsAtOf, groupsAt, type PersonCaseFacts } from "./fact/facts-at.ts";
export {
  findOrCreatePeople,
  findOrCreatePerson,
  type FoundPerson,
  type WrittenPerson,
} from "./identity/find-or-create.ts";
export { recordLooks } from "./privacy/record-looks.ts";
export { CitizenIdNumber, citizenIdHash, Mobile, PersonName, phoneHash } from "./identity/identity.ts";
export { learnerAccount, learnerUsername } from "./account/learner-account.ts";
export { notify, notifyAll, type Notice } from "./message/notify.ts";
export { requireOwnEvidence } from "./fact/own-evidence.ts";
export { openCitizenId, openCitizenIds, openPhone } from "./privacy/open-personal-data.ts";
export {
  BankName,
  openPayeeNumber,
  openPayeeNumbers,
  PayeeAccount,
  payeeAccountsOf,
  type PayeeOwner,
  setPayeeAccount,
} from "./payee/payee.ts";
export { askSources } from "./fact-query/ask-sources.ts";
export { suppliersOf } from "./keeper/keepers.ts";
export type { Subject as RegisterSubject } from "./keeper/subjects.ts";
export { requireRightKeys } from "./identity/require-right-keys.ts";
export { MaskedPerson, maskedColumns, maskedPerson, ownerOfPerson, personOwner } from "./identity/person-view.ts";
export { type NewFact, recordFacts } from "./fact/record-facts.ts";
export { identityColumns, nameColumn } from "./identity/sheet-columns.ts";
export { Town } from "./identity/town.ts";
export { unmask, Unmasked, UnmaskingAsked } from "./privacy/unmask.ts";
export { acted, actFor } from "./stand-in/act-for.ts";
export { notifyDemoPerson } from "./demo/messages.ts";
export {
  addDemoPayee,
  addDemoPerson,
  demoLearnerAccount,
  demoPayeeOf,
  type DemoPerson,
  type DemoProfile,
} from "./demo/person.ts";
export { addDemoSubstitution, type DemoSide } from "./demo/in-place.ts";
export { demoApplicant, demoSaidAt } from "./demo/word.ts";

export const operations = {
  people: {
    register,
    search: searchPeople,
    possibleDuplicates,
    exportDuplicates,
    show: showPerson,
    correctName,
    recordPhone,
    recordFact,
    unmask: unmaskPerson,
    confirmGroup,
  },
  session: { startByPhone: signInByPhone },
  identityProviders: { callback: oidcCallback },
  me: {
    record: myRecord,
    changePhone,
    changeContact,
    uploadEvidence,
    recordConsent,
    setPayeeAccount: setMyPayeeAccount,
    payeeAccount: showMyPayeeAccount,
  },
  groups: {
    declare: declareGroup,
    withdraw: withdrawGroup,
    evidence: showEvidence,
    list: listGroupDeclarations,
    export: exportGroupDeclarations,
    decide: decideGroup,
    end: endGroup,
  },
  factImports: {
    send: sendList,
    show: showList,
    list: listImports,
    export: exportImports,
    rows: listImportRows,
    exportRows: exportImportRows,
    handIn: handInList,
    confirm: confirmList,
    discard: discardList,
    undo: undoList,
    template: listTemplate,
  },
  substitutions: {
    declare: declareSubstitution,
    withdraw: withdrawSubstitution,
    mine: mySubstitutions,
    list: listSubstitutions,
    export: exportSubstitutions,
    evidence: substitutionEvidence,
    consent: consentToSubstitution,
    keepConsentPaper,
    consentPaper,
    decide: decideSubstitution,
    end: endSubstitution,
  },
  windowSessions: {
    ask: askWindow,
    sendCode: sendWindowCode,
    agreeByCode,
    agreeByPaper,
    callColleague,
    agreeByOfficer,
    end: endWindow,
    list: listWindows,
    export: exportWindows,
    show: showWindow,
    paper: windowPaper,
    mine: myWindows,
  },
  helpers: { name: nameHelper, end: endHelper, mine: myHelpers },
  personEntries: { list: listEntries, export: exportEntries, decide: decideEntry, withdraw: withdrawEntry },
  registerKeepers: { list: listKeepers, set: setKeepers },
  corrections: {
    ask: askCorrection,
    mine: myCorrections,
    withdraw: withdrawCorrection,
    list: listCorrections,
    export: exportCorrections,
    evidence: correctionEvidence,
    decide: decideCorrection,
  },
  personJoins: { ask: askJoin, decide: decideJoin, undo: undoJoin, list: listJoins, export: exportJoins },
  messages: { list: listMessages, read: readMessages },
  dataAccesses: { list: listDataAccesses, export: exportDataAccesses },
};

export const people: Module = {
  name: "people",
  operations,
  words: WORDS.people,
  sealed: [
    { table: "person", column: "citizen_id" },
    { table: "person", column: "phone" },
    { table: "payee_account", column: "number" },
  ],
  states: [groupStates, substitutionStates, correctionStates, importStates, joinStates, entryStates, windowStates],
  emits: [
    "person-facts-recorded",
    "person-group-confirmed",
    "people-joined",
    "fact-import-sent",
    "fact-import-confirmed",
    "fact-query-asked",
  ],
  subscriptions: [checkSentList, applyConfirmedList, askQuestion],
  schedules: [askOpenQuestions],
  verifiers: [identityVerifier],
  refusals: {
    person_citizen_id_hash_key: { code: "person-exists", detail: "此人已有实名档案，请查找后使用。" },
    person_group_person_id_code_daterange_excl: {
      code: "group-overlaps",
      detail: "这段时间内已有同一类别的申报或确认，请查看已有记录，或调整起止日期。",
    },
    person_group_check1: {
      code: "decided-by-declarer",
      detail: "申报与审核不能由同一账号办理，请由另一位审核人员办理。",
      status: 403,
    },
    substitution_one_at_a_time: {
      code: "principal-substituted",
      detail: "这位亲属同一时间已有人替其参加培训，请核对日期。",
    },
    substitution_of_another: {
      code: "principal-is-self",
      detail: "对方的身份证号是您自己的。请填您所代替的那位亲属的身份证号。",
    },
    substitution_decided_by_another: {
      code: "decided-by-declarer",
      detail: "申报与审核不能由同一账号办理，请由另一位审核人员办理。",
      status: 403,
    },
    substitution_consented: {
      code: "principal-not-consented",
      detail: "被代替的本人还没有同意，不能确认。",
    },
    substitution_paper_by_another: {
      code: "decided-by-paper-keeper",
      detail: "同意书是您登记的，请由另一位人员核对后确认。",
      status: 403,
    },
    fact_import_second_officer: {
      code: "confirmed-by-sender",
      detail: "上传和确认须由两个人办理，请本单位的另一位工作人员登录后确认。",
      status: 403,
    },
    entry_decided_by_another: {
      code: "confirmed-by-enterer",
      detail: "登记和确认须由两个人办理，请本单位的另一位工作人员登录后确认。",
      status: 403,
    },
    person_entry_waiting: { code: "entry-waiting", detail: "同样的登记已提交，正等本单位另一位工作人员确认。" },
    fact_import_undone_once: {
      code: "undone-already",
      detail: "这次导入已经申请撤销，请到导入记录中查看。",
    },
    joiner_is_not_asker: {
      code: "decided-by-asker",
      detail: "并档须由两个人办理：您提出的，请由另一位审核人员确认。",
      status: 403,
    },
    person_join_open: { code: "join-asked-already", detail: "这份档案已有待确认的并档，请等另一位审核人员确认。" },
    person_join_undone_once: { code: "join-undone-already", detail: "这次并档已撤销，或正等另一位审核人员确认撤销。" },
    register_keeper_once: { code: "keeper-twice", detail: "同一部门只需选择一次。" },
    person_fact_replaces_key: { code: "fact-replaced", detail: "这条记录已被更正过，请对最新的一条进行更正。" },
    fact_correction_open: {
      code: "correction-asked-already",
      detail: "您已对这一条提出过更正，正在核实。请等待答复，或先撤回再重新提出。",
    },
    window_session_one: {
      code: "window-busy",
      detail: "您还有一件代办没有结束。请先结束，再接待下一位。",
    },
    window_not_for_oneself: {
      code: "window-for-oneself",
      detail: "不能为自己（或与自己同名的人）代办，请由另一位同事接待。",
      status: 403,
    },
    window_by_officers: { code: "window-by-officers", detail: "窗口代办只能由人社工作人员办理。", status: 403 },
    window_confirmed_by_another: {
      code: "confirmed-by-self",
      detail: "您自己接待的代办不能由您确认，请另一位工作人员当面确认。",
      status: 403,
    },
    window_payee_not_by_paper: {
      code: "window-paper-not-enough",
      detail: "要登记收款账户的，请用短信验证码，或由另一位工作人员当面确认。",
    },
    acted_with_right: {
      code: "no-right-to-act",
      detail: "代办没有开始、已经结束或者到时间了，请重新征得本人同意后再办。",
      status: 403,
    },
    helper_is_another: { code: "helper-is-self", detail: "填的是您自己的身份号码，请填亲属的。" },
    person_helper_once: { code: "helper-named-already", detail: "已经指定过这位亲属，不需要再指定。" },
    payee_account_person: { code: "payee-changing", detail: "收款账户正在更新，请刷新页面后再试。" },
    payee_account_organisation: { code: "payee-changing", detail: "收款账户正在更新，请刷新页面后再试。" },
  },
  demo: peopleDemo,
};
