import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { assessmentDemo } from "./demo/part.ts";
import { listAttendanceRules, proposeAttendanceRule, showCompletionRule } from "./completion/attendance-rules.ts";
import { decideAttendanceRule } from "./completion/decide-attendance-rule.ts";
import { certificatePaper, classCertificatesPaper } from "./certificate/certificate-paper.ts";
import { classProspect } from "./completion/class-prospect.ts";
import { classFeedbackStates } from "./class-feedback-states.ts";
import { decideFeedback } from "./feedback/decide-feedback.ts";
import { exportFeedback, listFeedback } from "./feedback/list-feedback.ts";
import { ownFeedback } from "./feedback/own-feedback.ts";
import { feedbackOfClass, feedbackOfSchool } from "./feedback/public-feedback.ts";
import { removeReply, replyToFeedback } from "./feedback/reply-to-feedback.ts";
import { withdrawFeedback } from "./feedback/withdraw-feedback.ts";
import { writeFeedback } from "./feedback/write-feedback.ts";
import { createExam } from "./exam/create-exam.ts";
import { givePointsAgain, givePointsForCertificate, givePointsForClass, listPointRules } from "./points/points.ts";
import { decideDeclaration, withdrawDeclaration } from "./declaration/decide-declaration.ts";
import { addDeclarationEvidence } from "./declaration/declaration-evidence.ts";
import { declarationStates } from "./declaration-states.ts";
import { declareCertificate } from "./declaration/declare-certificate.ts";
import { finishLearner } from "./exam/finish-learner.ts";
import { resultsDoor } from "./exam/import-results.ts";
import { issueCompletionCertificates } from "./certificate/issue-completion-certificates.ts";
import { exportCertificates, listCertificates } from "./certificate/list-certificates.ts";
import { declarationEvidence, exportDeclarations, listDeclarations } from "./declaration/list-declarations.ts";
import { exportExams, listExams } from "./exam/list-exams.ts";
import { myCertificates } from "./certificate/my-certificates.ts";
import { recordResult } from "./exam/record-result.ts";
import { registerEvaluationCertificates } from "./certificate/register-evaluation-certificates.ts";
import { remindOfExamsAndCertificates } from "./exam/remind-of-exam.ts";
import { revokeCertificate } from "./certificate/revoke-certificate.ts";
import { exportExam, showExam } from "./exam/show-exam.ts";
import {
  mySkillsFile,
  mySkillsFilePaper,
  skillsFileOfPerson,
  skillsFilePaperOfPerson,
} from "./skills-file/show-skills-file.ts";
import { arrangeRooms } from "./batch/arrange-rooms.ts";
import { assignStaff, sendSupervisor } from "./batch/assign-staff.ts";
import {
  addCandidatePaper,
  addClassCandidates,
  checkCandidates,
  closeRegistration,
  decideCandidate,
  editCandidate,
} from "./batch/check-candidates.ts";
import { declareConflict, myDuties, reportPresence, reportSupervision } from "./batch/duties.ts";
import { candidatesDoor, candidatesTemplate } from "./batch/import-candidates.ts";
import { exportBatches, listBatches } from "./batch/list-batches.ts";
import { exportCandidates, listCandidates, myEvaluations } from "./batch/list-candidates.ts";
import { drawPaper, openPaper, readPaper } from "./batch/open-paper.ts";
import { cancelBatch, createBatch, decideBatch, editBatch, publishBatch, submitBatch } from "./batch/plan-batch.ts";
import { remindOfBatches } from "./batch/remind-of-batches.ts";
import { finishBatch, startBatch } from "./batch/run-batch.ts";
import { showBatch } from "./batch/show-batch.ts";
import { liftStop, stopBatch } from "./batch/stop-batch.ts";
import { closeScores } from "./outcome/close-scores.ts";
import { archiveBatch, issueBatchCertificates, recordUpload, uploadSheet } from "./outcome/issue-certificates.ts";
import {
  answerEvaluationObjection,
  correctScore,
  exportEvaluationObjections,
  listEvaluationObjections,
  objectToResult,
} from "./outcome/objections.ts";
import { evaluationPublicity, publiciseResults } from "./outcome/publicise.ts";
import { mySheet, recordScores, scoresDoor } from "./outcome/record-scores.ts";
import { printBatch, printTicket } from "./outcome/print-batch.ts";
import { verifyArchives } from "./outcome/verify-archives.ts";
import { addPaper, exportPapers, listPapers } from "./paper/papers.ts";
import { decideEvaluationRule, listEvaluationRules, proposeEvaluationRule } from "./rule/evaluation-rules.ts";
import { decideFiling, exportFilings, listFilings, submitFiling } from "./filing/filings.ts";
import { addEvaluationRoom, addEvaluationSite, listEvaluationSites } from "./filing/sites.ts";
import { decideStaff, recordStaffTraining, recordStaffYear } from "./panel/decide-staff.ts";
import { exportStaff, listStaff } from "./panel/list-staff.ts";
import { registerStaff } from "./panel/register-staff.ts";
import {
  batchStates,
  candidateStates,
  evaluationObjectionStates,
  filingStates,
  staffStates,
} from "./evaluation-states.ts";
import { evaluationRefusals } from "./evaluation-refusals.ts";
import "./events.ts";
import "./evaluation-tables.ts";
import "./tables.ts";
import { notifyHolder } from "./certificate/notify-holder.ts";
import { addPost, closePost, exportPosts, listPosts } from "./posting/posts.ts";
import { addPostings } from "./posting/add-postings.ts";
import { endPosting } from "./posting/end-posting.ts";
import { exportPostings, exportPostingsDue, listPostings, listPostingsDue } from "./posting/list-postings.ts";
import { listPostingItems } from "./posting/posting-rules.ts";
import { enterLicence } from "./posting/enter-licence.ts";
import { addLicenceScan, licenceScan } from "./posting/licence-scans.ts";
import { decideLicence } from "./posting/decide-licence.ts";
import { exportLicences, listLicences } from "./posting/list-licences.ts";
import { licenceStates, reviewClassStates } from "./posting/licence-states.ts";
import { checkGate, gateKey } from "./posting/gate-codes.ts";
import { myPostings } from "./posting/my-postings.ts";
import {
  exportReviewClasses,
  listReviewClasses,
  proposeReviewClass,
  takeReviewClass,
  withdrawReviewClass,
} from "./posting/review-classes.ts";
import {
  candidatesDoor as pilotCandidatesDoor,
  candidatesTemplate as pilotCandidatesTemplate,
} from "./pilot/import-candidates.ts";
import { pilotResultsDoor, pilotResultsTemplate } from "./pilot/import-pilot-results.ts";
import {
  exportCandidates as exportPilotCandidates,
  listCandidates as listPilotCandidates,
  recogniseCredit,
} from "./pilot/list-candidates.ts";
import { exportPilots, listPilots, showPilot } from "./pilot/list-pilots.ts";
import { pilotStates } from "./pilot/pilot-states.ts";
import { decidePilot, proposePilot } from "./pilot/propose-pilot.ts";
import { myCareerSteps } from "./master/career-steps.ts";
import { exportMasters, listMasters } from "./master/list-masters.ts";
import { endAppointment, listAppointment, publiciseAppointment } from "./master/master-appointments.ts";
import { decideScheme, exportSchemes, fileScheme, listSchemes } from "./master/master-schemes.ts";
import { appointmentStates, schemeStates } from "./master/master-states.ts";
import { tellOfRevocation } from "./posting/tell-of-revocation.ts";
import { warnOfPostings } from "./posting/warn-of-postings.ts";
import { verifyCertificate } from "./certificate/verify-certificate.ts";
import { verifyCompletions } from "./completion/verify-completions.ts";
import { verifyPoints } from "./points/verify-points.ts";

export { ruleOfClass } from "./completion/attendance-rule.ts";
export { type Completion, completionOf } from "./completion/completion.ts";
export { type PointsRow, pointsOf } from "./points/points.ts";
export { completionSerial, nextSerials } from "./completion/completion-serial.ts";
export { type CertificateFacts, issueCertificate } from "./certificate/issue-certificate.ts";
export { certificateOwner, examOwner } from "./owners.ts";
export { planDemoExam } from "./demo/finish.ts";

export const operations = {
  exams: {
    create: createExam,
    list: listExams,
    export: exportExams,
    show: showExam,
    exportResults: exportExam,
    record: recordResult,
    ...resultsDoor,
  },
  enrolments: { finish: finishLearner },
  certificates: {
    issue: issueCompletionCertificates,
    register: registerEvaluationCertificates,
    list: listCertificates,
    export: exportCertificates,
    verify: verifyCertificate,
    paper: certificatePaper,
    paperOfClass: classCertificatesPaper,
    revoke: revokeCertificate,
    mine: myCertificates,
  },
  declarations: {
    declare: declareCertificate,
    list: listDeclarations,
    export: exportDeclarations,
    addEvidence: addDeclarationEvidence,
    evidence: declarationEvidence,
    decide: decideDeclaration,
    withdraw: withdrawDeclaration,
  },
  attendanceRules: {
    propose: proposeAttendanceRule,
    decide: decideAttendanceRule,
    list: listAttendanceRules,
    ofClass: showCompletionRule,
  },
  classFeedback: {
    write: writeFeedback,
    own: ownFeedback,
    withdraw: withdrawFeedback,
    list: listFeedback,
    export: exportFeedback,
    decide: decideFeedback,
    reply: replyToFeedback,
    removeReply,
    ofClass: feedbackOfClass,
    ofSchool: feedbackOfSchool,
  },
  postingItems: { list: listPostingItems },
  posts: { list: listPosts, export: exportPosts, add: addPost, close: closePost },
  postings: {
    list: listPostings,
    export: exportPostings,
    due: listPostingsDue,
    exportDue: exportPostingsDue,
    add: addPostings,
    end: endPosting,
    mine: myPostings,
  },
  workLicences: {
    list: listLicences,
    export: exportLicences,
    enter: enterLicence,
    addScan: addLicenceScan,
    scan: licenceScan,
    decide: decideLicence,
  },
  pilots: { list: listPilots, export: exportPilots, show: showPilot, propose: proposePilot, decide: decidePilot },
  pilotCandidates: {
    list: listPilotCandidates,
    export: exportPilotCandidates,
    credit: recogniseCredit,
    ...pilotCandidatesDoor,
    template: pilotCandidatesTemplate,
  },
  pilotResults: { ...pilotResultsDoor, template: pilotResultsTemplate },
  masterSchemes: { list: listSchemes, export: exportSchemes, file: fileScheme, decide: decideScheme },
  masterAppointments: {
    list: listMasters,
    export: exportMasters,
    publicise: publiciseAppointment,
    enlist: listAppointment,
    end: endAppointment,
  },
  careerSteps: { mine: myCareerSteps },
  gateChecks: { key: gateKey, check: checkGate },
  reviewClasses: {
    list: listReviewClasses,
    export: exportReviewClasses,
    propose: proposeReviewClass,
    take: takeReviewClass,
    withdraw: withdrawReviewClass,
  },
  evaluationRules: { propose: proposeEvaluationRule, decide: decideEvaluationRule, list: listEvaluationRules },
  evaluationFilings: { submit: submitFiling, decide: decideFiling, list: listFilings, export: exportFilings },
  evaluationSites: { add: addEvaluationSite, addRoom: addEvaluationRoom, list: listEvaluationSites },
  evaluationStaff: {
    register: registerStaff,
    decide: decideStaff,
    recordTraining: recordStaffTraining,
    recordYear: recordStaffYear,
    list: listStaff,
    export: exportStaff,
  },
  evaluationBatches: {
    create: createBatch,
    edit: editBatch,
    submit: submitBatch,
    decide: decideBatch,
    publish: publishBatch,
    cancel: cancelBatch,
    stop: stopBatch,
    resume: liftStop,
    list: listBatches,
    export: exportBatches,
    show: showBatch,
    closeRegistration,
    arrange: arrangeRooms,
    assign: assignStaff,
    sendSupervisor,
    start: startBatch,
    finish: finishBatch,
    closeScores,
    publicise: publiciseResults,
    publicity: evaluationPublicity,
    issue: issueBatchCertificates,
    uploadSheet,
    recordUpload,
    archive: archiveBatch,
    print: printBatch,
  },
  evaluationCandidates: {
    ...candidatesDoor,
    template: candidatesTemplate,
    addClass: addClassCandidates,
    check: checkCandidates,
    decide: decideCandidate,
    edit: editCandidate,
    addPaper: addCandidatePaper,
    list: listCandidates,
    export: exportCandidates,
    mine: myEvaluations,
    object: objectToResult,
    ticket: printTicket,
  },
  evaluationPapers: {
    add: addPaper,
    list: listPapers,
    export: exportPapers,
    draw: drawPaper,
    open: openPaper,
    read: readPaper,
  },
  evaluationDuties: {
    mine: myDuties,
    present: reportPresence,
    declareConflict,
    supervise: reportSupervision,
    sheet: mySheet,
    score: recordScores,
  },
  evaluationScores: { ...scoresDoor },
  evaluationObjections: {
    list: listEvaluationObjections,
    export: exportEvaluationObjections,
    answer: answerEvaluationObjection,
    correct: correctScore,
  },
  classProspects: { show: classProspect },
  pointRules: { list: listPointRules },
  skillsFile: {
    mine: mySkillsFile,
    myPaper: mySkillsFilePaper,
    ofPerson: skillsFileOfPerson,
    paperOfPerson: skillsFilePaperOfPerson,
  },
};

export const assessment: Module = {
  name: "assessment",
  operations,
  words: WORDS.assessment,
  emits: ["certificate-issued", "certificate-revoked", "evaluation-credit"],
  exports: ["evaluation-credit"],
  states: [
    declarationStates,
    classFeedbackStates,
    licenceStates,
    reviewClassStates,
    pilotStates,
    schemeStates,
    appointmentStates,
    filingStates,
    staffStates,
    batchStates,
    candidateStates,
    evaluationObjectionStates,
  ],
  subscriptions: [
    { event: "certificate-issued", name: "credit-certificate", title: "证书记学分", run: givePointsForCertificate },
    { event: "certificate-issued", name: "tell-certificate-holder", title: "通知持证人", run: notifyHolder },
    { event: "certificate-revoked", name: "tell-employers", title: "通知用人单位证件撤销", run: tellOfRevocation },
    { event: "class-completed", name: "credit-class", title: "结业记学分", run: givePointsForClass },
    { event: "attendance-corrected", name: "credit-corrected", title: "更正出勤后重算学分", run: givePointsAgain },
    { event: "learner-finished", name: "credit-finished", title: "登记结业后重算学分", run: givePointsAgain },
  ],
  schedules: [
    { name: "remind-of-exams", title: "提醒考核和证书到期", cron: "5 1 * * *", run: remindOfExamsAndCertificates },
    { name: "warn-of-postings", title: "上岗证件到期预警和每周名单", cron: "15 0 * * *", run: warnOfPostings },
    { name: "remind-of-batches", title: "提醒认定批次的节点", cron: "10 1 * * *", run: remindOfBatches },
  ],
  refusals: {
    ...evaluationRefusals,
    attendance_rule_decided_by_another: {
      code: "decided-by-setter",
      detail: "录入和确认须由两个人办理，请另一位工作人员确认。",
    },
    certificate_declaration_once: {
      code: "certificate-declared-already",
      detail: "这个证书编号已有人申报，请核对编号。",
    },
    certificate_enrolment_kind: { code: "certificate-already-issued", detail: "该学员已有此类证书，不能重复发放。" },
    certificate_revocation_pkey: { code: "already-revoked", detail: "证书已经撤销，不需要再操作。" },
    certificate_serial_key: { code: "certificate-number-taken", detail: "这个证书编号已经登记，请核对编号。" },
    class_feedback_once: {
      code: "feedback-given-already",
      detail: "您已评价过这个班。想改的，请先撤回原来的再写。",
    },
    feedback_by_the_learner: {
      code: "feedback-not-own",
      detail: "只能由学员本人评价自己上过的班。",
      status: 403,
    },
    feedback_of_who_was_there: {
      code: "feedback-not-there",
      detail: "只有学完的、或者上到最后一课的人能评价。",
      status: 422,
    },
    feedback_answered_once: {
      code: "feedback-answered",
      detail: "这条评价已经答复过，一条评价只能公开答复一次。",
    },
    declaration_decided_by_another: { code: "own-declaration", detail: "不能核验自己申报的证书，请由其他人员办理。" },
    licence_verified_by_another: { code: "own-licence", detail: "不能核验自己登记的证件，请由其他人员办理。" },
    master_scheme_decided_by_another: { code: "own-scheme", detail: "不能办理自己备案的方案，请由其他人员办理。" },
    master_scheme_once: { code: "scheme-exists", detail: "贵单位已有备案中或有效的评聘方案。" },
    master_scheme_accepted: { code: "scheme-not-accepted", detail: "评聘方案还没有备案或已结束，不能公示人选。" },
    master_places: { code: "master-places", detail: "方案里这个等级的岗位已满，不能再公示人选。" },
    master_listed_by_another: { code: "own-appointment", detail: "不能办理自己公示的人选，请由其他人员办理。" },
    master_appointment_once: { code: "appointed-already", detail: "这个人已在公示或在册，不能重复。" },
    master_certificate_once: { code: "certificate-number-taken", detail: "这个证书编号已经登记，请核对编号。" },
    master_certificate_number: { code: "certificate-number-shape", detail: "证书编号应为 2 个大写字母和 20 位数字。" },
    pilot_decided_by_another: { code: "own-pilot", detail: "不能审核自己申报的试点，请由其他人员办理。" },
    pilot_once: { code: "pilot-exists", detail: "这一年这个证书和等级的试点已经申报过。" },
    pilot_open: { code: "pilot-closed", detail: "试点没有批准或已撤回，不能登记考生。" },
    pilot_places: { code: "pilot-full", detail: "试点名额已满，不能再登记。" },
    pilot_candidate_once: { code: "candidate-exists", detail: "其中有人刚刚已登记，请刷新后再试。" },
    pilot_result_first: { code: "result-already-recorded", detail: "成绩刚刚已登记，请刷新后再试。" },
    pilot_credit_once: { code: "credit-exists", detail: "这门课已经认定过学分。" },
    pilot_credit_certificate: {
      code: "credit-without-certificate",
      detail: "没有取得证书的人不能认定学分。",
    },
    post_once: { code: "post-exists", detail: "这个作业场所已有同名的岗位，请使用已有的那一个，或换一个名称。" },
    posting_once: { code: "posted-already", detail: "其中有人在这段时间已登记在这个岗位上，请去掉后再登记。" },
    posting_stays: { code: "posting-stays", detail: "上岗记录登记后不能改动，只能登记离岗。" },
    review_class_once: { code: "review-class-waiting", detail: "这个作业项目的复审培训已经提出，正等机构承接。" },
    work_licence_once: { code: "licence-entered-already", detail: "这本证件（或这次复审）已经登记过，不需要再登记。" },
    exam_result_first: { code: "result-already-recorded", detail: "该学员的成绩刚刚已登记，请刷新页面查看。" },
    exam_result_replaces_key: { code: "result-already-corrected", detail: "该成绩刚刚已被更正，请刷新页面查看。" },
  },
  verifiers: [verifyCompletions, verifyPoints, verifyArchives],
  demo: assessmentDemo,
};
