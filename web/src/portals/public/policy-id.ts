/** The programme whose pages the public home leads to; the platform answers for it where none is named. */
export const POLICY_ID = "rugao-2019";
