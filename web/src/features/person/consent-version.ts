/** The version of the notice on personal information that people agree to; printed on the page of that notice. */
export const CONSENT_VERSION = "2026-11";
