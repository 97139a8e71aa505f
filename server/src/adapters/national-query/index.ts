/** Query to the national certificate register. */
export interface CertificateQuestion {
  number: string;
  /** Code of a certificate kind (`certificateKinds`). */
  kind: string;
  holderName: string;
  occupationName: string;
  level: number;
}

export interface CertificateAnswer {
  /** confirmed: it exists with the same content; unknown: it doesn't exist; cannot-tell: the register couldn't be asked. */
  answer: "confirmed" | "unknown" | "cannot-tell";
  /** One sentence for the officer. */
  note: string;
}

/** The national query of certificates (技能人才评价证书全国联网查询). */
export interface NationalQuery {
  ask(question: CertificateQuestion): Promise<CertificateAnswer>;
}

/** For trials: without a line to the national register it answers so, and a person decides. */
export const trialNationalQuery: NationalQuery = {
  ask: () =>
    Promise.resolve({
      answer: "cannot-tell",
      note: "试用环境未接入全国联网查询，请到技能人才评价证书全国联网查询系统人工核验后确认。",
    }),
};
