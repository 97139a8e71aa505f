import {
  type BenefitId,
  blocksRead,
  contradictionFacts,
  type Case,
  type CertificateKind,
  type Level,
  type ParameterValue,
  type Policy,
  type Stage,
} from "@jinengtong/policy";
import { civilDate } from "@jinengtong/standards";
import { type Standard, type StandardAsk, standardsFor } from "../../catalogue/index.ts";
import type { Database } from "../../kernel/database.ts";
import { onlineHours } from "../../learning/index.ts";
import { factsAtOf, type PersonCaseFacts } from "../../people/index.ts";
import { attendedDays, inPlaceOf, offlineHours, ONLINE_RATIO, onlineRatioOf } from "../../training/index.ts";
import {
  advancesOf,
  type CertificateRecord,
  certificatesOf,
  type ClassRecord,
  classesOf,
  hasCatalogue,
  historiesOf,
  institutionKind,
} from "./case-records.ts";
import { employmentOfClasses } from "./class-employment.ts";
import { countsDays } from "../programme/claiming.ts";
import { parametersFor } from "../programme/local-parameters.ts";
import { type Stated, statedTraining } from "../programme/stated.ts";

/** Input of a case. */
export interface Subject {
  /** Id of the case: the claim's number. */
  id: string;
  /** The claim isn't part of its own history. */
  claimId: string | null;
  benefit: BenefitId;
  appliedOn: string;
  stage: Stage | null;
  personId: string | null;
  classId: string | null;
  enrolmentId: string | null;
  certificateId: string | null;
  /** Region for looking up standards; default is the class's town. */
  town: string;
  stated: Stated;
}

/** The case of one subject. */
export async function buildCase(db: Database, policy: Policy, subject: Subject): Promise<Case> {
  const [one] = await buildCases(db, policy, [subject]);
  if (!one) throw new Error("a subject gives one case");
  return one;
}

/** Cases of many subjects of one programme, in order. Unrecorded facts stay absent; nothing is assumed. */
export async function buildCases(db: Database, policy: Policy, subjects: readonly Subject[]): Promise<Case[]> {
  const records = await readRecords(db, policy, subjects);
  return subjects.map((subject) => assemble(policy, subject, records));
}

interface Records {
  certificates: Map<string, CertificateRecord>;
  classes: Map<string, ClassRecord>;
  offline: Map<string, number>;
  attended: Map<string, string[]>;
  inPlace: Awaited<ReturnType<typeof inPlaceOf>>;
  online: Map<string, number>;
  people: Map<string, Map<string, PersonCaseFacts>>;
  /** By day and class: employment of the learners of a class that is claimed for as a whole. */
  crews: Map<string, Awaited<ReturnType<typeof employmentOfClasses>>>;
  histories: Awaited<ReturnType<typeof historiesOf>>;
  advances: Map<string, number>;
  standards: Map<Subject, Standard | null>;
  catalogues: Map<string, boolean>;
  parameters: Map<string, Record<string, ParameterValue>>;
}

const some = (values: readonly (string | null | undefined)[]): string[] => [
  ...new Set(values.filter((value): value is string => value !== null && value !== undefined)),
];

async function readRecords(db: Database, policy: Policy, subjects: readonly Subject[]): Promise<Records> {
  const certificates = await certificatesOf(db, some(subjects.map((s) => s.certificateId)));
  const classes = await classesOf(db, some(subjects.map((s) => classIdOf(s, certificates))));
  const enrolments = some(subjects.map((s) => s.enrolmentId));
  const offline = await offlineHours(db, enrolments);
  const online = await onlineHours(db, enrolments);
  const attended = await attendedDays(
    db,
    some(subjects.map((s) => (countsDays(policy, s.benefit) ? s.enrolmentId : null))),
  );
  const inPlace = await inPlaceOf(db, enrolments);
  const histories = await historiesOf(db, policy, some(subjects.map((s) => s.personId)));
  const advances = await advancesOf(db, some(subjects.map((s) => (s.stage === null ? null : s.classId))));
  const people = new Map<string, Map<string, PersonCaseFacts>>();
  const parameters = new Map<string, Record<string, ParameterValue>>();
  const crews: Records["crews"] = new Map();
  for (const date of some(subjects.map((s) => s.appliedOn))) {
    const ids = some(subjects.filter((s) => s.appliedOn === date).map((s) => s.personId));
    const whole = subjects.filter(
      (s) => s.appliedOn === date && s.personId === null && readsOf(policy, s.benefit).employment,
    );
    if (whole.length > 0)
      crews.set(date, await employmentOfClasses(db, some(whole.map((s) => s.classId)), civilDate(date)));
    people.set(date, await factsAtOf(db, ids, civilDate(date)));
    parameters.set(date, await parametersFor(db, policy, date));
  }
  const asked = subjects.flatMap((subject) => {
    const ask = standardAsk(subject, certificates, classes);
    return ask ? [{ subject, ask }] : [];
  });
  const found = await standardsFor(
    db,
    asked.map(({ ask }) => ask),
  );
  const standards = new Map(asked.map(({ subject }, at) => [subject, found[at] ?? null]));
  const catalogues = new Map<string, boolean>();
  for (const [at, { ask }] of asked.entries()) {
    const name = `${ask.region} ${ask.date}`;
    if (found[at] === null && !catalogues.has(name)) catalogues.set(name, await hasCatalogue(db, ask.region, ask.date));
  }
  return {
    certificates,
    classes,
    offline,
    attended,
    inPlace,
    online,
    people,
    crews,
    histories,
    advances,
    standards,
    catalogues,
    parameters,
  };
}

const classIdOf = (subject: Subject, certificates: Map<string, CertificateRecord>): string | null =>
  subject.classId ?? (subject.certificateId ? (certificates.get(subject.certificateId)?.class_id ?? null) : null);

/** The standard of the class, by the list it was filed under; without a class, the one in force when the certificate was issued. */
function standardAsk(
  subject: Subject,
  certificates: Map<string, CertificateRecord>,
  classes: Map<string, ClassRecord>,
): StandardAsk | null {
  const certificate = subject.certificateId ? certificates.get(subject.certificateId) : undefined;
  const training = classes.get(classIdOf(subject, certificates) ?? "");
  const of = certificate ?? training;
  if (!of) return null;
  return {
    occupation: of.occupation,
    level: of.level,
    date: training?.starts_on ?? certificate?.issued_on ?? subject.appliedOn,
    region: training?.town ?? subject.town,
    ...(training?.submitted_at ? { filed: { at: training.submitted_at, hours: training.required_hours } } : {}),
  };
}

function assemble(policy: Policy, subject: Subject, records: Records): Case {
  const { certificates, classes, standards } = records;
  const certificate = subject.certificateId ? certificates.get(subject.certificateId) : undefined;
  const training = classes.get(classIdOf(subject, certificates) ?? "");
  const standard = standards.get(subject);
  const facts = subject.personId ? records.people.get(subject.appliedOn)?.get(subject.personId) : undefined;
  const reads = readsOf(policy, subject.benefit);
  const employment = facts ? facts.employment : records.crews.get(subject.appliedOn)?.get(subject.classId ?? "");
  const history = subject.personId ? (records.histories.get(subject.personId) ?? []) : null;
  const parameters = parametersOf(policy, subject, training, records);
  return {
    id: subject.id,
    benefit: subject.benefit,
    appliedOn: subject.appliedOn,
    ...(subject.stage === null ? {} : { stage: subject.stage }),
    ...(facts ? { person: groundOf(reads.degree ? personBlock(policy, facts) : facts.person, subject, records) } : {}),
    ...(employment && reads.employment ? { employment } : {}),
    ...(facts?.insurance && reads.insurance ? { insurance: facts.insurance } : {}),
    ...(facts?.degree && reads.degree ? { degree: facts.degree } : {}),
    ...trainingBlock(subject, training, records),
    ...(certificate ? { certificate: certificateBlock(policy, certificate) } : {}),
    ...classBlocks(policy, subject, training, records),
    ...(subject.stated.months === undefined ? {} : { workForTraining: { months: subject.stated.months } }),
    ...(standard
      ? {
          standard: {
            trainingFen: standard.trainingFen,
            assessmentFen: standard.assessmentFen,
            shortage: standard.shortage,
          },
        }
      : {}),
    ...(history
      ? { history: history.filter(({ claimId }) => claimId !== subject.claimId).map(({ entry }) => entry) }
      : {}),
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
  };
}

/** A training counts in a relative's place where its seat says so, and nowhere else (十三). */
function groundOf(
  { inPlaceOf: _declared, ...person }: NonNullable<Case["person"]>,
  { enrolmentId }: Subject,
  { inPlace }: Records,
): NonNullable<Case["person"]> {
  const other = inPlace.get(enrolmentId ?? "");
  return other ? { ...person, inPlaceOf: { relation: other.relation, groups: other.groups } } : person;
}

/** The county's values of the day, but the online share with which the class was filed. */
function parametersOf(
  policy: Policy,
  subject: Subject,
  training: ClassRecord | undefined,
  records: Records,
): Record<string, ParameterValue> {
  const local = records.parameters.get(subject.appliedOn) ?? {};
  const ratio = onlineRatioOf(policy, local, subject.appliedOn);
  return training && ratio !== undefined && training.online_ratio !== ratio
    ? { ...local, [ONLINE_RATIO]: training.online_ratio }
    : local;
}

/** Whether cases of this version say "has none" with null (second part of the contract), or leave it out (first part). */
const saysNone = (policy: Policy): boolean => (policy.rules.manifest.contract ?? 1) >= 2;

/** The person, with the degree before the one claimed for where the version's cases know it. */
export const personBlock = (
  policy: Policy,
  {
    person,
    priorDegree,
  }: { person: PersonCaseFacts["person"]; priorDegree?: PersonCaseFacts["priorDegree"] | undefined },
): NonNullable<Case["person"]> => (saysNone(policy) && priorDegree !== undefined ? { ...person, priorDegree } : person);

function certificateBlock(
  policy: Policy,
  { kind, occupation, level, issued_on }: CertificateRecord,
): NonNullable<Case["certificate"]> {
  const none = saysNone(policy);
  return {
    kind: kind as CertificateKind,
    occupation: none && occupation === "" ? null : occupation,
    // 0 means items without a level.
    ...(level === 0 ? (none ? { level: null } : {}) : { level: level as Level }),
    issuedOn: issued_on,
  };
}

function trainingBlock(
  subject: Subject,
  training: ClassRecord | undefined,
  { offline, online, attended, catalogues, standards, certificates, classes }: Records,
): Pick<Case, "training"> {
  const stated = statedTraining(subject.stated);
  const ask = standardAsk(subject, certificates, classes);
  const published = ask ? (standards.get(subject) ? true : catalogues.get(`${ask.region} ${ask.date}`)) : undefined;
  const inCatalogue = published === true ? { inCatalogue: standards.get(subject) !== null } : {};
  if (!training) {
    const known = { ...stated, ...inCatalogue };
    return Object.keys(known).length > 0 ? { training: known } : {};
  }
  const kind = institutionKind(training.kind);
  const hours = subject.enrolmentId
    ? { offlineHours: offline.get(subject.enrolmentId) ?? 0, onlineHours: online.get(subject.enrolmentId) ?? 0 }
    : {};
  const days = subject.enrolmentId ? attended.get(subject.enrolmentId) : undefined;
  return {
    training: {
      from: training.starts_on,
      to: training.ends_on,
      institution: { ...(kind ? { kind } : {}), local: training.local, admitted: training.admitted },
      requiredHours: training.required_hours,
      ...hours,
      ...(days ? { attendedDays: days } : {}),
      ...inCatalogue,
      classSize: training.class_size,
      finishers: training.finishers,
      ...(training.course === null ? {} : { course: training.course }),
      ...stated,
    },
  };
}

/**
 * Facts of a class that is paid as a whole, if the rules read them (apprentices, a project): numbers of the class as filed and
 * finished, amounts as stated and advanced.
 */
function classBlocks(
  policy: Policy,
  { benefit, stated }: Subject,
  training: ClassRecord | undefined,
  { advances }: Records,
): Pick<Case, "apprenticeship" | "project"> {
  if (!training) return {};
  const advancePaidFen = advances.get(`${training.id} ${benefit}`) ?? 0;
  const apprenticeship = {
    ...(training.level === 0 ? {} : { targetLevel: training.level as Level }),
    ...(stated.years === undefined ? {} : { years: stated.years }),
    planned: training.capacity,
    finishers: training.finishers,
    advancePaidFen,
  };
  const project = {
    ...(stated.contractFen === undefined ? {} : { contractFen: stated.contractFen }),
    ...(stated.acceptedFen === undefined ? {} : { acceptedFen: stated.acceptedFen }),
    advancePaidFen,
  };
  return {
    ...(blocksRead(policy, benefit).has("apprenticeship") ? { apprenticeship } : {}),
    ...(blocksRead(policy, benefit).has("project") ? { project } : {}),
  };
}

interface Reads {
  employment: boolean;
  insurance: boolean;
  degree: boolean;
}

/** Personal parts of a case that a benefit's rules read: others aren't stored with the decision. */
const readsOf = (policy: Policy, benefit: BenefitId): Reads => ({
  employment:
    blocksRead(policy, benefit).has("employment") || contradictionFacts(policy, benefit).has("/employment/employed"),
  insurance: blocksRead(policy, benefit).has("insurance"),
  degree: blocksRead(policy, benefit).has("degree"),
});
