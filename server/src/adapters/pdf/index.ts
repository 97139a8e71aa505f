/** Papers to print: certificates, approval sheets, signed rosters and sheets of policies. */
export {
  type ApprovalFinding,
  type ApprovalSheetContent,
  approvalSheetPdf,
  type ApprovalStep,
} from "./approval-sheet.ts";
export { type CertificateContent, certificatePdf, certificatesPdf } from "./certificate.ts";
export { type RecordSheetContent, recordSheetPdf } from "./record-sheet.ts";
export { type SkillsFileContent, skillsFilePdf } from "./skills-file.ts";
export { type PolicySheetContent, policySheetPdf } from "./policy-sheet.ts";
export { samplePaperPdf } from "./sample-paper.ts";
export { drawable } from "./font.ts";
export { ROSTER_ROW_LIMIT, type RosterColumn, type RosterContent, rosterPdf } from "./roster.ts";
