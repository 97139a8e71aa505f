import {
  adjudicate,
  blocksRead,
  type Case,
  type CaseFacts,
  type CertificateKind,
  type Decision,
  type Door,
  type HistoryEntry,
  type Policy,
} from "@jinengtong/policy";

/** A benefit that the supposed case is granted. */
export interface Amount {
  benefit: string;
  /** For one head, or for the whole class where it is claimed so. */
  amountFen: number;
  /** May be had besides the ones before it in the list; otherwise instead of one of them. */
  together: boolean;
  /** Pays what the training and the assessment cost. */
  paysTuition: boolean;
}

export interface Amounts {
  granted: Amount[];
  /** Benefits that are granted but for an amount which the county has still to publish. */
  unpublished: string[];
  /** Facts of the case, with the certificate that brings most. */
  facts: CaseFacts;
}

/** Of several kinds of certificate that a trade may end with, the one that brings most; the first of equals. */
export function amountsOf(policy: Policy, door: Door, by: Door["by"], facts: CaseFacts): Amounts {
  const kinds: (CertificateKind | undefined)[] =
    facts.certificate === undefined || facts.certificate.kind !== undefined
      ? [undefined]
      : facts.certificate.level == null
        ? door.certificates.unlevelled
        : door.certificates.levelled;
  const found = kinds.map((kind) =>
    decided(policy, by, kind === undefined ? facts : { ...facts, certificate: { ...facts.certificate, kind } }),
  );
  return found.reduce((best, one) => (sumOf(one) > sumOf(best) ? one : best));
}

/** Sum of all that can be had together, in fen. */
export const sumOf = ({ granted }: Amounts): number =>
  granted.reduce((sum, { amountFen, together }) => sum + (together ? amountFen : 0), 0);

/**
 * Decides every benefit that this kind of claimant may ask for, in the programme's order. The one that pays most is taken first and put into the history, so that the
 * rules themselves say which of the others may be had besides it.
 */
function decided(policy: Policy, by: Door["by"], facts: CaseFacts): Amounts {
  const mine = [...policy.benefits.keys()].filter((benefit) => policy.claiming.get(benefit)?.by.includes(by) === true);
  const alone = mine.map((benefit) => adjudicate(policy, caseOf(facts, benefit)));
  const wanted = alone.filter(isGranted).toSorted((a, b) => fenOf(b) - fenOf(a));
  const taken: HistoryEntry[] = [];
  let isUsed = false;
  const granted = wanted.map((one): Amount => {
    const again = taken.length === 0 ? one : adjudicate(policy, caseOf(after(facts, taken), one.benefit));
    const together = isGranted(again) && !(isUsed && isOfCertificate(policy, one.benefit));
    if (together) taken.push(grantOf(facts, one.benefit));
    if (together && isOfCertificate(policy, one.benefit)) isUsed = true;
    return {
      benefit: one.benefit,
      amountFen: together ? fenOf(again) : fenOf(one),
      together,
      paysTuition: blocksRead(policy, one.benefit).has("standard"),
    };
  });
  return {
    granted: granted.toSorted((a, b) => Number(b.together) - Number(a.together)),
    unpublished: alone
      .filter(
        ({ outcome, missing }) => outcome === "incomplete" && missing.every((path) => path.startsWith("parameter:")),
      )
      .map(({ benefit }) => benefit),
    facts,
  };
}

/** It is asked for on the certificate itself: the platform prepares one such claim for a certificate, the one that pays most. */
const isOfCertificate = (policy: Policy, benefit: string): boolean => {
  const claiming = policy.claiming.get(benefit);
  return claiming?.evidence === "certificate" && claiming.prepared?.kind !== "beside";
};

export const caseOf = (facts: CaseFacts, benefit: string): Case => ({ ...facts, id: "estimate", benefit });

const fenOf = (decision: Decision): number => decision.amountFen ?? 0;
const isGranted = (decision: Decision): boolean => decision.outcome === "granted" && fenOf(decision) > 0;

const after = (facts: CaseFacts, taken: readonly HistoryEntry[]): CaseFacts => ({
  ...facts,
  history: [...(facts.history ?? []), ...taken],
});

/** The grant as the history would have it the day after. */
const grantOf = (facts: CaseFacts, benefit: string): HistoryEntry => ({
  benefit,
  occupation: facts.certificate?.occupation ?? null,
  level: facts.certificate?.level ?? null,
  employer: facts.employment?.employer ?? null,
  on: facts.appliedOn,
});
