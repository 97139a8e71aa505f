import type { Module } from "../kernel/module.ts";
import { askCorrection, myCorrections, withdrawCorrection } from "./ask-correction.ts";
import { changeContact } from "./change-contact.ts";
import { changePhone } from "./change-phone.ts";
import { confirmGroup } from "./confirm-group.ts";
import { correctName } from "./correct-name.ts";
import { decideGroup } from "./decide-group.ts";
import { correctionStates } from "./correction-states.ts";
import { decideCorrection } from "./decide-correction.ts";
import { declareGroup } from "./declare-group.ts";
import { endGroup } from "./end-group.ts";
import { exportDataAccesses } from "./export-data-accesses.ts";
import { exportGroupDeclarations } from "./export-group-declarations.ts";
import { recordConsent } from "./give-consent.ts";
import { groupStates } from "./group-states.ts";
import { correctionEvidence, exportCorrections, listCorrections } from "./list-corrections.ts";
import { listDataAccesses } from "./list-data-accesses.ts";
import { listGroupDeclarations } from "./list-group-declarations.ts";
import { listMessages } from "./list-messages.ts";
import { myRecord } from "./my-record.ts";
import { oidcCallback } from "./oidc-callback.ts";
import { exportDuplicates, possibleDuplicates } from "./possible-duplicates.ts";
import { readMessages } from "./read-messages.ts";
import { recordFact } from "./record-fact.ts";
import { register } from "./register.ts";
import { searchPeople } from "./search-people.ts";
import { setMyPayeeAccount } from "./set-payee-account.ts";
import { showEvidence } from "./show-evidence.ts";
import { showMyPayeeAccount } from "./show-payee-account.ts";
import { showPerson } from "./show-person.ts";
import { signInByPhone } from "./sign-in-by-phone.ts";
import { unmaskPerson } from "./unmask.ts";
import { uploadEvidence } from "./upload-evidence.ts";
import { identityVerifier } from "./verify-identities.ts";
import { withdrawGroup } from "./withdraw-group.ts";
import "./tables.ts";

export { consentsOf, giveConsent } from "./consents.ts";
export { Fact, FACT_LABELS, FactKind } from "./fact-kinds.ts";
export { factsAt, factsAtOf, groupsAt, type PersonCaseFacts } from "./facts-at.ts";
export { findOrCreatePeople, findOrCreatePerson, type FoundPerson, type WrittenPerson } from "./find-or-create.ts";
export { CitizenIdNumber, citizenIdHash, Mobile, PersonName, phoneHash } from "./identity.ts";
export { learnerAccount } from "./learner-account.ts";
export { notify, notifyAll, type Notice } from "./notify.ts";
export { requireOwnEvidence } from "./own-evidence.ts";
export { openCitizenId, openCitizenIds, openPhone } from "./open-personal-data.ts";
export {
  BankName,
  openPayeeNumber,
  openPayeeNumbers,
  PayeeAccount,
  payeeAccountsOf,
  type PayeeOwner,
  setPayeeAccount,
} from "./payee.ts";
export { MaskedPerson, maskedColumns, maskedPerson, ownerOfPerson, personOwner } from "./person-view.ts";
export { type NewFact, recordFacts } from "./record-facts.ts";
export { identityColumns, nameColumn } from "./sheet-columns.ts";
export { Town } from "./town.ts";
export { unmask, Unmasked, UnmaskingAsked } from "./unmask.ts";

export const operations = [
  register,
  signInByPhone,
  oidcCallback,
  myRecord,
  changePhone,
  changeContact,
  uploadEvidence,
  declareGroup,
  withdrawGroup,
  showEvidence,
  recordConsent,
  setMyPayeeAccount,
  showMyPayeeAccount,
  askCorrection,
  myCorrections,
  withdrawCorrection,
  listMessages,
  readMessages,
  listGroupDeclarations,
  exportGroupDeclarations,
  decideGroup,
  confirmGroup,
  endGroup,
  searchPeople,
  possibleDuplicates,
  exportDuplicates,
  showPerson,
  correctName,
  recordFact,
  listCorrections,
  exportCorrections,
  correctionEvidence,
  decideCorrection,
  unmaskPerson,
  listDataAccesses,
  exportDataAccesses,
] as const;

export const people: Module = {
  name: "people",
  operations,
  states: [groupStates, correctionStates],
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
    person_fact_replaces_key: { code: "fact-replaced", detail: "这条记录已被更正过，请对最新的一条进行更正。" },
    fact_correction_open: {
      code: "correction-asked-already",
      detail: "您已对这一条提出过更正，正在核实。请等待答复，或先撤回再重新提出。",
    },
    payee_account_person: { code: "payee-changing", detail: "收款账户正在更新，请刷新页面后再试。" },
    payee_account_organisation: { code: "payee-changing", detail: "收款账户正在更新，请刷新页面后再试。" },
  },
};
