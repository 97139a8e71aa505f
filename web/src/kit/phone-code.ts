import { parseMobile } from "@jinengtong/standards";

/** The eleven digits of a number written in any usual way (+86, blanks, full width); otherwise what was typed, to be put right. */
export function readMobile(typed: string): string {
  const parsed = parseMobile(typed);
  return parsed.ok ? parsed.value : typed;
}

/** Sentence on a number that isn't a mobile number of the mainland; undefined if it is. */
export function mobileFault(phone: string): string | undefined {
  const parsed = parseMobile(phone);
  if (parsed.ok) return undefined;
  const digits = phone.replace(/\D/gu, "").length;
  return parsed.code === "mobile-empty" || digits === 11
    ? parsed.message
    : `手机号码应为 1 开头的 11 位数字，现在是 ${digits} 位。`;
}

/** Checks of a form with a `PhoneCode`: a complete number, and all six digits of the code. */
export const phoneCodeChecks = {
  phone: mobileFault,
  code: (code: string) => (code.length === 6 ? undefined : "验证码是 6 位数字，请核对短信。"),
};
