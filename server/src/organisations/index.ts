import type { Module } from "../kernel/module.ts";
import { addRoom } from "./add-room.ts";
import { addTeacher } from "./add-teacher.ts";
import { closeRoom } from "./close-room.ts";
import { editRoom } from "./edit-room.ts";
import { editTeacher } from "./edit-teacher.ts";
import { listOrganisations } from "./list-organisations.ts";
import { listRooms } from "./list-rooms.ts";
import { listTeachers } from "./list-teachers.ts";
import { showOrganisation } from "./show-organisation.ts";
import { teacherLeaves } from "./teacher-leaves.ts";
import { addOrganisation } from "./add-organisation.ts";
import { editContact } from "./edit-contact.ts";
import { exportOrganisations } from "./export-organisations.ts";
import { exportTeachers } from "./export-teachers.ts";
import { myOrganisation } from "./my-organisation.ts";
import { recordEmployment } from "./record-employment.ts";
import { setOrganisationPayee } from "./set-payee-account.ts";
import { showOrganisationPayee } from "./show-payee-account.ts";
import { showPaper } from "./show-paper.ts";
import { uploadPaper } from "./upload-paper.ts";

export { requireOwnPapers } from "./own-papers.ts";
export { PAPER_KINDS, paperLabel } from "./paper-kinds.ts";
export { KINDS, organisationOwner, PublicOrganisation } from "./organisation-view.ts";

export const operations = [
  listOrganisations,
  exportOrganisations,
  showOrganisation,
  addOrganisation,
  myOrganisation,
  editContact,
  setOrganisationPayee,
  showOrganisationPayee,
  recordEmployment,
  uploadPaper,
  showPaper,
  listTeachers,
  exportTeachers,
  addTeacher,
  editTeacher,
  teacherLeaves,
  listRooms,
  addRoom,
  editRoom,
  closeRoom,
] as const;

export const organisations: Module = {
  name: "organisations",
  operations,
  refusals: {
    organisation_uscc_key: { code: "organisation-exists", detail: "这个统一社会信用代码已登记，请在机构名单中查找。" },
    room_organisation_id_name_key: { code: "room-exists", detail: "本单位已有同名的教室，请换一个名称。" },
  },
};
