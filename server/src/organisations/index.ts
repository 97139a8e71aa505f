import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { organisationsDemo } from "./demo/part.ts";
import "./events.ts";
import { acceptReturn, agreeReturn, giveBackReturn, reopenReturn } from "./period-return/decide-return.ts";
import { exportReturnRows, makeExchangeFile } from "./period-return/exchange-file.ts";
import { exportReporters } from "./period-return/export-period.ts";
import { returnRowDoor } from "./period-return/import-rows.ts";
import { lockPeriod } from "./period-return/lock-period.ts";
import { openReturn } from "./period-return/open-return.ts";
import { listPartners, listPeriodForms, summarisePeriod } from "./period-return/period-forms.ts";
import { listReporters } from "./period-return/period-reporters.ts";
import { remindOfReturns } from "./period-return/remind-of-returns.ts";
import { exportRates, listRates } from "./period-return/reporter-rates.ts";
import { listReturnDuties } from "./period-return/return-duties.ts";
import { addReturnRow, listReturnRows, removeReturnRow, returnRowTemplate } from "./period-return/return-rows.ts";
import { returnStates } from "./period-return/return-states.ts";
import { showReturnVersion } from "./period-return/return-version.ts";
import { saveReturn } from "./period-return/save-return.ts";
import { showReturn } from "./period-return/show-return.ts";
import { submitReturn } from "./period-return/submit-return.ts";
import { addRoom } from "./premises/add-room.ts";
import { addTeacher } from "./teacher/add-teacher.ts";
import { closeRoom } from "./premises/close-room.ts";
import { correctEmployee } from "./employment/correct-employee.ts";
import { editRoom } from "./premises/edit-room.ts";
import { editTeacher } from "./teacher/edit-teacher.ts";
import { employeeLeaves } from "./employment/employee-leaves.ts";
import { employeeDoor, employeeTemplate } from "./employment/import-employees.ts";
import { exportEmployees, listEmployees } from "./employment/list-employees.ts";
import { listOrganisations } from "./organisation/list-organisations.ts";
import { exportRooms, listRooms } from "./premises/list-rooms.ts";
import { listTeachers } from "./teacher/list-teachers.ts";
import { showOrganisation } from "./organisation/show-organisation.ts";
import { teacherLeaves } from "./teacher/teacher-leaves.ts";
import { addOrganisation } from "./organisation/add-organisation.ts";
import { editContact } from "./organisation/edit-contact.ts";
import { exportOrganisations } from "./organisation/export-organisations.ts";
import { exportTeachers } from "./teacher/export-teachers.ts";
import { listOrders } from "./standing/list-orders.ts";
import { showOrderEvidence, uploadOrderEvidence } from "./standing/order-evidence.ts";
import { orderOrganisation } from "./standing/order-organisation.ts";
import { organisationStates } from "./organisation/organisation-states.ts";
import { myOrganisation } from "./organisation/my-organisation.ts";
import { recordEmployment } from "./employment/record-employment.ts";
import { setOrganisationPayee } from "./payee/set-payee-account.ts";
import { showOrganisationPayee } from "./payee/show-payee-account.ts";
import { showPaper } from "./paper/show-paper.ts";
import { uploadPaper } from "./paper/upload-paper.ts";

export { employeesAmong } from "./employment/employee-view.ts";
export { requireOwnPapers } from "./paper/own-papers.ts";
export { PAPER_KINDS, paperLabel } from "./paper/paper-kinds.ts";
export { KINDS, organisationOwner, PublicOrganisation } from "./organisation/organisation-view.ts";
export { requireOffice } from "./organisation/require-office.ts";
export { findReturn, publishedForm, returnOwner } from "./period-return/return-record.ts";
export { READING } from "./period-return/return-rows.ts";
export { FormCode, PeriodCode, returnTitle } from "./period-return/return-view.ts";
export { requireActive } from "./organisation/require-active.ts";
export {
  addDemoLane,
  type DemoLane,
  type DemoOrganisation,
  type DemoParty,
  demoPayeeOfOrganisation,
} from "./demo/organisation.ts";

export const operations = {
  organisations: {
    list: listOrganisations,
    export: exportOrganisations,
    show: showOrganisation,
    add: addOrganisation,
    orders: listOrders,
    order: orderOrganisation,
    uploadEvidence: uploadOrderEvidence,
    evidence: showOrderEvidence,
    mine: myOrganisation,
    editContact,
    setPayeeAccount: setOrganisationPayee,
    payeeAccount: showOrganisationPayee,
  },
  employees: {
    list: listEmployees,
    export: exportEmployees,
    record: recordEmployment,
    correct: correctEmployee,
    leave: employeeLeaves,
    ...employeeDoor,
    template: employeeTemplate,
  },
  papers: { upload: uploadPaper, show: showPaper },
  teachers: { list: listTeachers, export: exportTeachers, add: addTeacher, edit: editTeacher, leave: teacherLeaves },
  periodReturns: {
    duties: listReturnDuties,
    open: openReturn,
    show: showReturn,
    save: saveReturn,
    submit: submitReturn,
    agree: agreeReturn,
    accept: acceptReturn,
    giveBack: giveBackReturn,
    reopen: reopenReturn,
    version: showReturnVersion,
    rows: listReturnRows,
    exportRows: exportReturnRows,
    addRow: addReturnRow,
    removeRow: removeReturnRow,
    importRows: returnRowDoor.import,
    previewRows: returnRowDoor.preview,
    markRows: returnRowDoor.mark,
    template: returnRowTemplate,
    exchangeFile: makeExchangeFile,
  },
  periodForms: {
    list: listPeriodForms,
    partners: listPartners,
    reporters: listReporters,
    exportReporters,
    summary: summarisePeriod,
    rates: listRates,
    exportRates,
    lock: lockPeriod,
  },
  rooms: { list: listRooms, export: exportRooms, add: addRoom, edit: editRoom, close: closeRoom },
};

export const organisations: Module = {
  name: "organisations",
  operations,
  words: WORDS.organisations,
  sealed: [
    { table: "organisation", column: "contact_phone" },
    { table: "period_return_row", column: "id_number" },
    { table: "period_return_row", column: "phone" },
  ],
  states: [organisationStates, returnStates],
  emits: ["period-return-sent", "period-return-accepted"],
  exports: ["period-return-accepted"],
  schedules: [{ name: "remind-of-returns", title: "提醒报送报表", cron: "30 0 * * *", run: remindOfReturns }],
  refusals: {
    organisation_is_active: {
      code: "organisation-suspended",
      detail:
        "单位已被暂停或已退出，不能新开班、招收学员、申请准入或申领补贴。已开的班照常上课和考核，已提交的申请照常审核，异议和申诉照常办理。",
    },
    organisation_uscc_key: { code: "organisation-exists", detail: "这个统一社会信用代码已登记，请在机构名单中查找。" },
    room_organisation_id_name_key: { code: "room-exists", detail: "本单位已有同名的教室，请换一个名称。" },
    period_return_open: { code: "return-not-open", detail: "这份报表已提交，不能再改。请刷新页面查看最新状态。" },
    period_return_agreed_by_another: {
      code: "agreed-by-submitter",
      detail: "提交和审核须由两个人办理，请本单位的另一位工作人员登录后审核。",
    },
    period_return_head_first: {
      code: "head-not-agreed",
      detail: "这份报表由报送部门的负责人同意后，再由人社部门接受。请刷新页面查看最新状态。",
    },
    period_form_version_once: {
      code: "form-version-changed",
      detail: "这份表的内容和以前用同一版本号发布的不同。请联系系统管理员：内容改动须用新的版本号。",
    },
    room_name_once: {
      code: "room-exists",
      detail: "本单位已有这间教室（名称只差空格或全角半角）。请使用已有的那一间，或换一个名称。",
    },
  },
  demo: organisationsDemo,
};
