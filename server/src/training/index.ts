import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { trainingDemo } from "./demo/part.ts";
import { archiveClass, archiveEndedClasses } from "./run/archive-class.ts";
import { trainInPlace } from "./roster/train-in-place.ts";
import { addLearner } from "./roster/add-learner.ts";
import { addSession } from "./timetable/add-session.ts";
import { askChange } from "./change/ask-change.ts";
import { showAttendance } from "./attendance/attendance-grid.ts";
import { showCalendar } from "./timetable/calendar.ts";
import { cancelClass } from "./run/cancel-class.ts";
import { checkFiling } from "./filing/check-filing.ts";
import { classChangeStates } from "./class-change-states.ts";
import { addClassPaper, listClassPapers, removeClassPaper, showClassPaper } from "./filing/class-papers.ts";
import { classQueue } from "./filing/class-queue.ts";
import { classStates } from "./class-states.ts";
import { completeClass } from "./run/complete-class.ts";
import { commitRosterImport } from "./roster/commit-roster-import.ts";
import { continueRosterImport } from "./roster/continue-roster-import.ts";
import { exportRosterErrors } from "./roster/export-roster-errors.ts";
import { exportAttendance } from "./attendance/export-attendance.ts";
import { exportClasses } from "./class/export-classes.ts";
import { exportClassQueue } from "./filing/export-class-queue.ts";
import { exportChanges } from "./change/export-changes.ts";
import { exportOpenClasses } from "./open/export-open-classes.ts";
import { exportRoster } from "./roster/export-roster.ts";
import { exportTimetable } from "./timetable/export-timetable.ts";
import { timetableDoor, timetableTemplate } from "./timetable/import-timetable.ts";
import { rosterTemplate } from "./roster/roster-template.ts";
import { importRoster } from "./roster/import-roster.ts";
import { showRosterImport } from "./roster/show-roster-import.ts";
import { correctMark } from "./attendance/correct-mark.ts";
import { copyClass } from "./filing/copy-class.ts";
import { decideChange } from "./change/decide-change.ts";
import { decideClass } from "./filing/decide-class.ts";
import { decideEnrolment } from "./roster/decide-enrolment.ts";
import { draftClass } from "./filing/draft-class.ts";
import { editClass } from "./filing/edit-class.ts";
import { editSession } from "./timetable/edit-session.ts";
import { enrolmentStates } from "./enrolment-states.ts";
import { learnerEnrols } from "./roster/learner-enrols.ts";
import { showSheet, uploadSheet } from "./change/attendance-sheet.ts";
import { makeUpAttendance } from "./change/make-up-attendance.ts";
import { listChanges } from "./change/list-changes.ts";
import { listClasses } from "./class/list-classes.ts";
import { listRoster } from "./roster/list-roster.ts";
import { listSessions } from "./timetable/list-sessions.ts";
import { liveClasses } from "./run/live-classes.ts";
import { myClass } from "./open/my-class.ts";
import { myClasses } from "./open/my-classes.ts";
import { recallClass } from "./filing/recall-class.ts";
import { refusals } from "./refusals.ts";
import { removeSession } from "./timetable/remove-session.ts";
import { resumeClass } from "./run/resume-class.ts";
import { rollCall } from "./attendance/roll-call.ts";
import { remindOfClass } from "./run/remind-of-class.ts";
import { startDueClasses } from "./run/start-due-classes.ts";
import { searchClasses } from "./open/search-classes.ts";
import { showSessionAttendance } from "./attendance/session-attendance.ts";
import { showSessionCode } from "./attendance/session-code.ts";
import { showClass } from "./class/show-class.ts";
import { showOpenClass } from "./open/show-open-class.ts";
import { signIn } from "./attendance/sign-in.ts";
import { startClass } from "./run/start-class.ts";
import { submitClass } from "./filing/submit-class.ts";
import { suspendClass } from "./run/suspend-class.ts";
import "./events.ts";
import { classesOfPlan } from "./class/classes-of-plan.ts";
import "./offers.ts";
import "./tables.ts";
import { notifyEnrolledLearners } from "./roster/notify-enrolled.ts";
import { attendanceVerifier } from "./attendance/verify-attendance.ts";
import { tellOfNewList } from "./filing/tell-of-new-list.ts";
import { classDemand, exportClassDemand } from "./wish/class-demand.ts";
import { endWish } from "./wish/end-wish.ts";
import { makeWish } from "./wish/make-wish.ts";
import { myWishes } from "./wish/my-wishes.ts";
import { publishedTrades } from "./wish/published-trades.ts";
import { leaveRequestStates } from "./leave-request-states.ts";
import { askLeave } from "./talk/ask-leave.ts";
import { classTalk } from "./talk/class-talk.ts";
import { decideLeave } from "./talk/decide-leave.ts";
import { postNotice } from "./talk/post-notice.ts";
import { seatTalk } from "./talk/seat-talk.ts";
import { withdrawLeave } from "./talk/withdraw-leave.ts";
import { writeLetter } from "./talk/write-letter.ts";
import { withdrawChange } from "./change/withdraw-change.ts";
import { withdrawClass } from "./filing/withdraw-class.ts";
import { withdrawEnrolment } from "./roster/withdraw-enrolment.ts";

export { classNumber, nextClassNumber } from "./class/class-number.ts";
export { type InPlace, inPlaceOf } from "./roster/in-place.ts";
export { finishEnrolment } from "./roster/finish-enrolment.ts";
export { type AttendedDayRule, attendedDays, type ClassDay, classDays } from "./attendance/attended-days.ts";
export { offlineHours } from "./attendance/offline-hours.ts";
export { ONLINE_RATIO, onlineRatioOf } from "./class/online-ratio.ts";
export { openByTrade, takesPeople } from "./open/takes-people.ts";
export { tellReviewers } from "./class/tell-class.ts";
export { tellDecision } from "./filing/tell-decision.ts";
export { classOwner, enrolmentOwner, sessionOwner } from "./owners.ts";
export { keepRefusedPresence } from "./attendance/refused-presence.ts";
export type { ClassEnterprise, DemoClassState, Fraud, Learner, TrainedClass } from "./demo/class-types.ts";
export { addDemoApplicants, addDemoClass } from "./demo/classes.ts";
export { addDemoSeatInPlace } from "./demo/in-place.ts";
export { addDemoTwoPlaces } from "./demo/two-places.ts";

export const operations = {
  classes: {
    draft: draftClass,
    copy: copyClass,
    edit: editClass,
    list: listClasses,
    export: exportClasses,
    queue: classQueue,
    exportQueue: exportClassQueue,
    live: liveClasses,
    show: showClass,
    papers: listClassPapers,
    addPaper: addClassPaper,
    paper: showClassPaper,
    removePaper: removeClassPaper,
    check: checkFiling,
    submit: submitClass,
    recall: recallClass,
    withdraw: withdrawClass,
    decide: decideClass,
    start: startClass,
    suspend: suspendClass,
    resume: resumeClass,
    cancel: cancelClass,
    complete: completeClass,
    archive: archiveClass,
  },
  timetable: {
    list: listSessions,
    add: addSession,
    edit: editSession,
    remove: removeSession,
    ...timetableDoor,
    template: timetableTemplate,
    export: exportTimetable,
    calendar: showCalendar,
  },
  classChanges: {
    ask: askChange,
    list: listChanges,
    export: exportChanges,
    decide: decideChange,
    withdraw: withdrawChange,
  },
  roster: {
    list: listRoster,
    export: exportRoster,
    add: addLearner,
    template: rosterTemplate,
    import: importRoster,
    showImport: showRosterImport,
    commitImport: commitRosterImport,
    importErrors: exportRosterErrors,
  },
  enrolments: { enrol: learnerEnrols, decide: decideEnrolment, withdraw: withdrawEnrolment, trainInPlace },
  openClasses: { search: searchClasses, show: showOpenClass, export: exportOpenClasses },
  classTalk: { ofClass: classTalk, ofSeat: seatTalk, notify: postNotice, write: writeLetter },
  leaveRequests: { ask: askLeave, decide: decideLeave, withdraw: withdrawLeave },
  classWishes: { mine: myWishes, make: makeWish, end: endWish },
  classDemand: { list: classDemand, export: exportClassDemand },
  trades: { published: publishedTrades },
  myClasses: { list: myClasses, show: myClass },
  attendance: {
    code: showSessionCode,
    signIn,
    rollCall,
    correct: correctMark,
    uploadSheet,
    makeUp: makeUpAttendance,
    sheet: showSheet,
    ofSession: showSessionAttendance,
    ofClass: showAttendance,
    export: exportAttendance,
  },
};

export const training: Module = {
  name: "training",
  operations,
  words: WORDS.training,
  emits: ["roster-import", "learners-placed", "learner-finished", "attendance-corrected", "class-completed"],
  states: [classStates, enrolmentStates, classChangeStates, leaveRequestStates],
  // Every quarter of an hour from 06:00 to 20:59 in China.
  schedules: [
    { name: "start-due-classes", title: "到期开班", cron: "*/15 22-23,0-12 * * *", run: startDueClasses },
    { name: "remind-of-class", title: "提醒上课", cron: "0 1 * * *", run: remindOfClass },
    { name: "archive-ended-classes", title: "结业班归档", cron: "35 16 * * *", run: archiveEndedClasses },
  ],
  subscriptions: [continueRosterImport, notifyEnrolledLearners, tellOfNewList],
  offers: { classesOfPlan },
  verifiers: [attendanceVerifier],
  refusals,
  demo: trainingDemo,
};
