import type { Role } from "./roles.ts";

const OF_BUREAU = {
  admissions: "/bureau/admissions",
  classes: "/bureau/filings",
  "class-changes": "/bureau/changes",
  "claims-first": "/bureau/first-review",
  "claims-second": "/bureau/second-review",
  objections: "/bureau/objections",
  "certificate-declarations": "/bureau/declarations",
  "person-groups": "/bureau/groups",
  cancellations: "/bureau/cancellations?mine=true",
  corrections: "/bureau/corrections",
  "class-feedback": "/bureau/feedback",
  "anomalies-confirmed": "/bureau/anomalies?state=confirmed",
  anomalies: "/bureau/anomalies",
} as const;

/** Queues of work on the first pages and in the daily digest, with the page where it is done. A queue without a page isn't the role's. */
export const QUEUES: Partial<Readonly<Record<Role, Readonly<Record<string, string>>>>> = {
  institution: {
    "classes-draft": "/institution/classes?state=draft",
    "classes-returned": "/institution/classes?state=returned",
    "enrolments-applied": "/institution/classes?state=approved",
    "classes-to-start": "/institution/classes?state=approved",
    "results-due": "/institution/classes?state=completed",
    "certificates-due": "/institution/classes?state=completed",
    "subsidy-lists": "/institution/classes?state=completed",
    clawbacks: "/institution/claims?part=back",
    "payments-returned": "/institution/claims?part=due",
  },
  enterprise: {
    "classes-draft": "/enterprise/classes",
    "claims-prepared": "/enterprise/claims?part=mine",
    "claims-returned": "/enterprise/claims?part=mine",
    clawbacks: "/enterprise/claims?part=back",
    "payments-returned": "/enterprise/claims?part=due",
  },
  reviewer: OF_BUREAU,
  department: { "person-groups": OF_BUREAU["person-groups"], anomalies: OF_BUREAU.anomalies },
  finance: {
    payables: "/finance/payables",
    "payees-without-account": "/finance/payables?only=no-account",
    "batches-draft": "/finance/batches?state=draft",
    "batches-to-release": "/finance/batches?state=submitted",
    "batches-to-send": "/finance/batches?state=released",
    "batches-at-bank": "/finance/batches?state=sent",
    "payments-returned": "/finance/payables?only=returned",
    clawbacks: "/finance/clawbacks?state=demanded",
    "clawback-ends": "/finance/clawbacks?ending=true",
    corrections: "/finance/sources",
  },
  auditor: {
    "anomalies-open": "/audit/anomalies?state=open",
    "anomalies-confirmed": "/audit/anomalies?state=confirmed",
    samples: "/audit/samples",
    clawbacks: "/audit/claims?state=recovering",
  },
};

/** The page where a role does the work of a queue; null where the queue isn't theirs. */
export const queuePage = (role: Role, code: string): string | null => QUEUES[role]?.[code] ?? null;
