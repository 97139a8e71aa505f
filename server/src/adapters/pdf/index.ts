/** Papers to print: certificates, approval sheets and signed rosters. */
export {
  type ApprovalFinding,
  type ApprovalSheetContent,
  approvalSheetPdf,
  type ApprovalStep,
} from "./approval-sheet.ts";
export { type CertificateContent, certificatePdf } from "./certificate.ts";
export { type RecordSheetContent, recordSheetPdf } from "./record-sheet.ts";
export { type SkillsFileContent, skillsFilePdf } from "./skills-file.ts";
export { drawable } from "./font.ts";
export { ROSTER_ROW_LIMIT, type RosterColumn, type RosterContent, rosterPdf } from "./roster.ts";
