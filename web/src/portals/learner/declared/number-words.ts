import { type CertificateKind, parseCertificateNumber } from "@jinengtong/standards";

/** Format of each kind's number, for somebody with the certificate in hand. */
export function numberHint(kind: CertificateKind | ""): string {
  if (kind === "skill-level") return "Y 或 S 开头的 22 位，一个不能少。";
  if (kind === "special-operation") return "多数是 T 加身份证号。";
  return "照证书上的抄，字母数字都要。";
}

/** Fault of a number that has a fixed form; null if it is valid or its kind has no fixed form. */
export function numberFault(kind: CertificateKind, number: string): string | null {
  if (kind !== "skill-level") return null;
  const parsed = parseCertificateNumber(number);
  if (parsed.ok) return null;
  const typed = number.replaceAll(/\s/gu, "").length;
  return typed === 22 ? parsed.message : `现在是 ${typed} 位，应当是 22 位，Y 或 S 开头。`;
}
