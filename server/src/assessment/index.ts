import type { Module } from "../kernel/module.ts";
import { issueCompletionCertificates } from "./issue-completion-certificates.ts";
import "./tables.ts";

export { type Completion, completionOf } from "./completion.ts";
export { type CertificateFacts, issueCertificate, nextSerials } from "./issue-certificate.ts";

export const operations = [issueCompletionCertificates] as const;

export const assessment: Module = {
  name: "assessment",
  operations,
  refusals: {
    certificate_enrolment_kind: { code: "certificate-already-issued", detail: "该学员已有此类证书，不能重复发放。" },
    certificate_serial_key: { code: "certificate-number-taken", detail: "这个证书编号已经登记，请核对编号。" },
  },
};
