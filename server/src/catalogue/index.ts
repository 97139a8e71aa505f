import type { Module } from "../kernel/module.ts";
import { addProject } from "./add-project.ts";
import { admissionStates } from "./admission-states.ts";
import { compareVersions } from "./compare-versions.ts";
import { decideAdmission } from "./decide-admission.ts";
import { discardDraft } from "./discard-draft.ts";
import { draftAdmission } from "./draft-admission.ts";
import { editAdmission } from "./edit-admission.ts";
import { editProject } from "./edit-project.ts";
import { exportAdmissions } from "./export-admissions.ts";
import { exportList } from "./export-list.ts";
import { importDraft } from "./import-draft.ts";
import { inspectAdmission } from "./inspect-admission.ts";
import { leaveAdmission } from "./leave-admission.ts";
import { listAdmissions } from "./list-admissions.ts";
import { listProjects } from "./list-projects.ts";
import { listVersions } from "./list-versions.ts";
import { publishList } from "./publish-list.ts";
import { putDraftRow } from "./put-draft-row.ts";
import { readList } from "./read-list.ts";
import { removeDraftRow } from "./remove-draft-row.ts";
import { renewAdmission } from "./renew-admission.ts";
import { resumeAdmission } from "./resume-admission.ts";
import { sanctionAdmission } from "./sanction-admission.ts";
import { showAdmission } from "./show-admission.ts";
import { showAdmissionPaper } from "./show-admission-paper.ts";
import { showDraft } from "./show-draft.ts";
import { submitAdmission } from "./submit-admission.ts";
import { supplementAdmission } from "./supplement-admission.ts";
import "./tables.ts";
import { listVerifier } from "./verify-lists.ts";
import { withdrawAdmission } from "./withdraw-admission.ts";

export { type Activity, isAdmitted } from "./admitted.ts";
export { keyOf, type List, type ListRow } from "./lists.ts";
export { type Standard, type StandardAsk, standardFor, standardsFor } from "./standards.ts";
export { digestOf } from "./versions.ts";

export const operations = [
  readList,
  listVersions,
  compareVersions,
  exportList,
  showDraft,
  putDraftRow,
  removeDraftRow,
  discardDraft,
  importDraft,
  publishList,
  listAdmissions,
  exportAdmissions,
  draftAdmission,
  showAdmission,
  editAdmission,
  submitAdmission,
  supplementAdmission,
  showAdmissionPaper,
  withdrawAdmission,
  inspectAdmission,
  decideAdmission,
  sanctionAdmission,
  resumeAdmission,
  leaveAdmission,
  renewAdmission,
  listProjects,
  addProject,
  editProject,
] as const;

export const catalogue: Module = {
  name: "catalogue",
  operations,
  states: [admissionStates],
  verifiers: [listVerifier],
  refusals: {
    admission_open: {
      code: "admission-exists",
      detail: "本单位对这个职业和等级已有申请或准入，不能重复申请。如需调整，请修改原申请或联系人社部门。",
    },
    training_project_code_key: { code: "project-exists", detail: "这个项目编号已被使用，请换一个编号。" },
  },
};
