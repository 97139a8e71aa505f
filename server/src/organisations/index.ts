import type { Module } from "../kernel/module.ts";
import { addRoom } from "./add-room.ts";
import { addTeacher } from "./add-teacher.ts";
import { closeRoom } from "./close-room.ts";
import { correctEmployee } from "./correct-employee.ts";
import { editRoom } from "./edit-room.ts";
import { editTeacher } from "./edit-teacher.ts";
import { employeeLeaves } from "./employee-leaves.ts";
import { employeeTemplate, importEmployees } from "./import-employees.ts";
import { exportEmployees, listEmployees } from "./list-employees.ts";
import { listOrganisations } from "./list-organisations.ts";
import { exportRooms, listRooms } from "./list-rooms.ts";
import { listTeachers } from "./list-teachers.ts";
import { showOrganisation } from "./show-organisation.ts";
import { teacherLeaves } from "./teacher-leaves.ts";
import { addOrganisation } from "./add-organisation.ts";
import { editContact } from "./edit-contact.ts";
import { exportOrganisations } from "./export-organisations.ts";
import { exportTeachers } from "./export-teachers.ts";
import { listOrders } from "./list-orders.ts";
import { showOrderEvidence, uploadOrderEvidence } from "./order-evidence.ts";
import { orderOrganisation } from "./order-organisation.ts";
import { organisationStates } from "./organisation-states.ts";
import { myOrganisation } from "./my-organisation.ts";
import { recordEmployment } from "./record-employment.ts";
import { setOrganisationPayee } from "./set-payee-account.ts";
import { showOrganisationPayee } from "./show-payee-account.ts";
import { showPaper } from "./show-paper.ts";
import { uploadPaper } from "./upload-paper.ts";

export { requireOwnPapers } from "./own-papers.ts";
export { PAPER_KINDS, paperLabel } from "./paper-kinds.ts";
export { KINDS, organisationOwner, PublicOrganisation } from "./organisation-view.ts";
export { requireActive } from "./require-active.ts";

export const operations = [
  listOrganisations,
  exportOrganisations,
  showOrganisation,
  addOrganisation,
  listOrders,
  orderOrganisation,
  uploadOrderEvidence,
  showOrderEvidence,
  myOrganisation,
  editContact,
  setOrganisationPayee,
  showOrganisationPayee,
  listEmployees,
  exportEmployees,
  recordEmployment,
  correctEmployee,
  employeeLeaves,
  importEmployees,
  employeeTemplate,
  uploadPaper,
  showPaper,
  listTeachers,
  exportTeachers,
  addTeacher,
  editTeacher,
  teacherLeaves,
  listRooms,
  exportRooms,
  addRoom,
  editRoom,
  closeRoom,
] as const;

export const organisations: Module = {
  name: "organisations",
  operations,
  states: [organisationStates],
  refusals: {
    organisation_is_active: {
      code: "organisation-suspended",
      detail:
        "单位已被暂停或已退出，不能新开班、招收学员、申请准入或申领补贴。已开的班照常上课和考核，已提交的申请照常审核，异议和申诉照常办理。",
    },
    organisation_uscc_key: { code: "organisation-exists", detail: "这个统一社会信用代码已登记，请在机构名单中查找。" },
    room_organisation_id_name_key: { code: "room-exists", detail: "本单位已有同名的教室，请换一个名称。" },
  },
};
