import { accept, type Parsed, refuse } from "./parsed.ts";
import { isSkillLevel, type SkillLevel } from "./skill-level.ts";
import { normaliseCode } from "./written-text.ts";

/**
 * The parts of a 职业技能等级证书 number, 22 characters: issuer kind (Y 用人单位, S 社会培训评价组织), 4 digits of
 * institution, 2 of province, 6 of site, 2 of year, 1 of level, 6 of serial.
 */
export interface CertificateNumber {
  readonly issuer: "employer" | "social-body";
  readonly institution: string;
  readonly province: string;
  readonly site: string;
  /** The full year, 2000–2099. */
  readonly year: number;
  readonly level: SkillLevel;
  readonly serial: string;
}

const SHAPE = /^([YS])(\d{4})(\d{2})(\d{6})(\d{2})([1-5])(\d{6})$/;

/** Parses the number of a 职业技能等级证书. Accepts lower case, full-width characters and blanks. */
export function parseCertificateNumber(text: string): Parsed<CertificateNumber, "certificate-number-shape"> {
  const match = SHAPE.exec(normaliseCode(text).toUpperCase());
  const level = Number(match?.[6]);
  if (!match || !isSkillLevel(level)) {
    return refuse(
      "certificate-number-shape",
      "职业技能等级证书编号应为 Y 或 S 开头的 22 位编号，第 16 位为等级 1 至 5。",
    );
  }
  const [, issuer, institution = "", province = "", site = "", year = "", , serial = ""] = match;
  return accept({
    issuer: issuer === "Y" ? "employer" : "social-body",
    institution,
    province,
    site,
    year: 2000 + Number(year),
    level,
    serial,
  });
}

/** Formats a number from its parts. Throws if a part has the wrong length. */
export function makeCertificateNumber(parts: CertificateNumber): string {
  const text =
    (parts.issuer === "employer" ? "Y" : "S") +
    parts.institution +
    parts.province +
    parts.site +
    String(parts.year - 2000).padStart(2, "0") +
    String(parts.level) +
    parts.serial;
  if (!SHAPE.test(text)) throw new RangeError("These parts do not make a certificate number.");
  return text;
}
