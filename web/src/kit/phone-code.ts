/** A mobile number of the mainland. */
export const isMobile = (phone: string): boolean => /^1[3-9]\d{9}$/u.test(phone);

/** Checks of a form with a `PhoneCode`: a complete number, and all six digits of the code. */
export const phoneCodeChecks = {
  phone: (phone: string) => (isMobile(phone) ? undefined : "手机号是 11 位数字、以 1 开头，请核对。"),
  code: (code: string) => (code.length === 6 ? undefined : "验证码是 6 位数字，请核对短信。"),
};
