import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { catalogueDemo } from "./demo/part.ts";
import { addProject } from "./project/add-project.ts";
import { admissionStates } from "./admission/admission-states.ts";
import { compareVersions } from "./list/compare-versions.ts";
import { decideAdmission } from "./admission/decide-admission.ts";
import { discardDraft } from "./list/discard-draft.ts";
import { draftAdmission } from "./admission/draft-admission.ts";
import { editAdmission } from "./admission/edit-admission.ts";
import { editProject } from "./project/edit-project.ts";
import { exportAdmissions } from "./admission/export-admissions.ts";
import { exportList } from "./list/export-list.ts";
import { draftDoor, draftTemplate } from "./list/import-draft.ts";
import { inspectAdmission } from "./admission/inspect-admission.ts";
import { leaveAdmission } from "./admission/leave-admission.ts";
import { listAdmissions } from "./admission/list-admissions.ts";
import { listProjects } from "./project/list-projects.ts";
import { listVersions } from "./list/list-versions.ts";
import { publishList } from "./list/publish-list.ts";
import { putDraftRow } from "./list/put-draft-row.ts";
import { readList } from "./list/read-list.ts";
import { removeDraftRow } from "./list/remove-draft-row.ts";
import { renewAdmission } from "./admission/renew-admission.ts";
import { resumeAdmission } from "./admission/resume-admission.ts";
import { sanctionAdmission } from "./admission/sanction-admission.ts";
import { showAdmission } from "./admission/show-admission.ts";
import { showAdmissionPaper } from "./admission/show-admission-paper.ts";
import { showDraft } from "./list/show-draft.ts";
import { submitAdmission } from "./admission/submit-admission.ts";
import { supplementAdmission } from "./admission/supplement-admission.ts";
import "./events.ts";
import "./offers.ts";
import "./tables.ts";
import { quotaChangeStates } from "./quota/quota-change-states.ts";
import { decideQuotaChange } from "./quota/decide-quota-change.ts";
import { listQuotaChanges } from "./quota/list-quota-changes.ts";
import { placesLeft } from "./quota/places-left.ts";
import { proposeQuotaChange } from "./quota/propose-quota-change.ts";
import { returnUnusedPlaces } from "./quota/return-unused.ts";
import { quotaVerifier } from "./quota/verify-quotas.ts";
import { listVerifier } from "./list/verify-lists.ts";
import { withdrawAdmission } from "./admission/withdraw-admission.ts";

export { type Activity, isAdmitted } from "./admission/admitted.ts";
export { keyOf, type List, type ListRow } from "./list/lists.ts";
export {
  highestStandard,
  listBasis,
  type ListedStandard,
  listedStandards,
  type Standard,
  type StandardAsk,
  standardFor,
  standardsFor,
} from "./list/standards.ts";
export { drawPlaces, holdOneMore, holdPlaces } from "./quota/draw-places.ts";
export { placeLabel } from "./quota/quota-place.ts";
export { digestOf } from "./list/versions.ts";
export { DEMO_SHORTAGE } from "./demo/lists.ts";

export const operations = {
  catalogue: {
    read: readList,
    versions: listVersions,
    differences: compareVersions,
    export: exportList,
    draft: showDraft,
    putRow: putDraftRow,
    removeRow: removeDraftRow,
    discardDraft,
    importDraft: draftDoor.import,
    previewDraft: draftDoor.preview,
    markDraft: draftDoor.mark,
    draftTemplate,
    publish: publishList,
  },
  admissions: {
    list: listAdmissions,
    export: exportAdmissions,
    draft: draftAdmission,
    show: showAdmission,
    edit: editAdmission,
    submit: submitAdmission,
    supplement: supplementAdmission,
    paper: showAdmissionPaper,
    withdraw: withdrawAdmission,
    inspect: inspectAdmission,
    decide: decideAdmission,
    sanction: sanctionAdmission,
    resume: resumeAdmission,
    leave: leaveAdmission,
    renew: renewAdmission,
  },
  planQuotas: {
    propose: proposeQuotaChange,
    decide: decideQuotaChange,
    changes: listQuotaChanges,
    left: placesLeft,
  },
  projects: { list: listProjects, add: addProject, edit: editProject },
};

export const catalogue: Module = {
  name: "catalogue",
  operations,
  words: WORDS.catalogue,
  emits: ["list-published"],
  states: [admissionStates, quotaChangeStates],
  schedules: [
    { name: "return-unused-places", title: "收回到期未用的名额", cron: "20 16 * * *", run: returnUnusedPlaces },
  ],
  verifiers: [listVerifier, quotaVerifier],
  refusals: {
    admission_open: {
      code: "admission-exists",
      detail: "本单位对这个职业和等级已有申请或准入，不能重复申请。如需调整，请修改原申请或联系人社部门。",
    },
    plan_quota_not_overdrawn: {
      code: "quota-full",
      detail: "名额已被别的班用完。请刷新页面，改小人数，或由主管部门增加名额。",
    },
    plan_quota_change_by_two: {
      code: "decided-by-proposer",
      detail: "提出和下达须由两个人办理，请另一位工作人员下达。",
    },
    training_project_code_key: { code: "project-exists", detail: "这个项目编号已被使用，请换一个编号。" },
  },
  demo: catalogueDemo,
};
