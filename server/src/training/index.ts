import type { Module } from "../kernel/module.ts";
import { addLearner } from "./add-learner.ts";
import { addSession } from "./add-session.ts";
import { askChange } from "./ask-change.ts";
import { showAttendance } from "./attendance-grid.ts";
import { showCalendar } from "./calendar.ts";
import { cancelClass } from "./cancel-class.ts";
import { checkFiling } from "./check-filing.ts";
import { classChangeStates } from "./class-change-states.ts";
import { classQueue } from "./class-queue.ts";
import { classStates } from "./class-states.ts";
import { completeClass } from "./complete-class.ts";
import { commitRosterImport } from "./commit-roster-import.ts";
import { continueRosterImport } from "./continue-roster-import.ts";
import { exportRosterErrors } from "./export-roster-errors.ts";
import { exportAttendance } from "./export-attendance.ts";
import { exportChanges, exportClassQueue, exportClasses, exportOpenClasses } from "./export-classes.ts";
import { exportRoster } from "./export-roster.ts";
import { exportTimetable } from "./export-timetable.ts";
import { importTimetable } from "./import-timetable.ts";
import { rosterTemplate } from "./roster-template.ts";
import { importRoster } from "./import-roster.ts";
import { showRosterImport } from "./show-roster-import.ts";
import { correctMark } from "./correct-mark.ts";
import { decideChange } from "./decide-change.ts";
import { decideClass } from "./decide-class.ts";
import { decideEnrolment } from "./decide-enrolment.ts";
import { draftClass } from "./draft-class.ts";
import { editClass } from "./edit-class.ts";
import { editSession } from "./edit-session.ts";
import { enrolmentStates } from "./enrolment-states.ts";
import { learnerEnrols } from "./learner-enrols.ts";
import { listChanges } from "./list-changes.ts";
import { listClasses } from "./list-classes.ts";
import { listRoster } from "./list-roster.ts";
import { listSessions } from "./list-sessions.ts";
import { liveClasses } from "./live-classes.ts";
import { myClass } from "./my-class.ts";
import { myClasses } from "./my-classes.ts";
import { refusals } from "./refusals.ts";
import { removeSession } from "./remove-session.ts";
import { resumeClass } from "./resume-class.ts";
import { rollCall } from "./roll-call.ts";
import { startDueClasses } from "./start-due-classes.ts";
import { searchClasses } from "./search-classes.ts";
import { showSessionAttendance } from "./session-attendance.ts";
import { showSessionCode } from "./session-code.ts";
import { showClass } from "./show-class.ts";
import { showOpenClass } from "./show-open-class.ts";
import { signIn } from "./sign-in.ts";
import { startClass } from "./start-class.ts";
import { submitClass } from "./submit-class.ts";
import { suspendClass } from "./suspend-class.ts";
import "./tables.ts";
import { tellPlacedLearners } from "./tell-enrolled.ts";
import { attendanceVerifier } from "./verify-attendance.ts";
import { withdrawChange } from "./withdraw-change.ts";
import { withdrawClass } from "./withdraw-class.ts";
import { withdrawEnrolment } from "./withdraw-enrolment.ts";

export { finishEnrolment } from "./finish-enrolment.ts";
export { offlineHours } from "./offline-hours.ts";
export { offerLocalParameters, ONLINE_RATIO, onlineRatioOf } from "./online-ratio.ts";
export { classOwner, enrolmentOwner, sessionOwner } from "./owners.ts";
export { keepRefusedPresence } from "./refused-presence.ts";

export const operations = [
  draftClass,
  editClass,
  listClasses,
  exportClasses,
  exportClassQueue,
  exportChanges,
  exportOpenClasses,
  classQueue,
  liveClasses,
  showClass,
  checkFiling,
  submitClass,
  withdrawClass,
  decideClass,
  startClass,
  suspendClass,
  resumeClass,
  cancelClass,
  completeClass,
  listSessions,
  addSession,
  editSession,
  removeSession,
  importTimetable,
  exportTimetable,
  askChange,
  listChanges,
  decideChange,
  withdrawChange,
  listRoster,
  exportRoster,
  rosterTemplate,
  addLearner,
  importRoster,
  showRosterImport,
  commitRosterImport,
  exportRosterErrors,
  learnerEnrols,
  decideEnrolment,
  withdrawEnrolment,
  searchClasses,
  showOpenClass,
  myClasses,
  myClass,
  showSessionCode,
  signIn,
  rollCall,
  correctMark,
  showSessionAttendance,
  showAttendance,
  exportAttendance,
  showCalendar,
] as const;

export const training: Module = {
  name: "training",
  operations,
  states: [classStates, enrolmentStates, classChangeStates],
  // Every quarter of an hour from 06:00 to 20:59 in China.
  schedules: [{ name: "start-due-classes", cron: "*/15 22-23,0-12 * * *", run: startDueClasses }],
  subscriptions: [continueRosterImport, tellPlacedLearners],
  verifiers: [attendanceVerifier],
  refusals,
};
