import { addDays } from "@jinengtong/standards";
import { demoAccount } from "../access/index.ts";
import { type ClaimFate, DEMO_PARAMETERS, type DemoClaimSubject, writeDemoClaim } from "../entitlement/index.ts";
import type { Course, DemoCounty } from "../kernel/demo/county.ts";
import { addDemoLane, type DemoOrganisation, demoPayeeOfOrganisation } from "../organisations/index.ts";
import { addDemoClass, type ClassEnterprise, type TrainedClass } from "../training/index.ts";
import { COURSES } from "./plan.ts";

/** A course of the plan, filed for a benefit that is granted for the class as a whole. */
const underBenefit = (benefit: Course["benefit"], occupation: string, level: number, hours: number): Course => {
  const course = COURSES.find((each) => each.occupation === occupation && each.level === level);
  if (!course) throw new RangeError(occupation);
  return { ...course, benefit, hours, certificate: "completion" };
};

const COST_PER_HEAD_FEN = 95_000;
const PRICE_PER_HEAD_FEN = 180_000;

/** Classes that are claimed for as a whole: an enterprise's order at a vocational school, its apprentices, a bought project. */
export function addWholeClasses(county: DemoCounty): void {
  const [own, vocational] = county.organisations;
  const [first, second] = county.enterprises;
  if (!own || !vocational || !first || !second) return;
  const enterprise: ClassEnterprise = { ...first, accountId: demoAccount("enterprise").id };
  addOrderClasses(county, vocational, enterprise);
  addApprentices(county, vocational, enterprise);
  addProjectClasses(county, own);
}

function addOrderClasses(county: DemoCounty, school: DemoOrganisation, enterprise: ClassEnterprise): void {
  const course = underBenefit("order-class", "6-18-02-04", 5, 64);
  const at = (daysAgo: number): TrainedClass =>
    classAt(county, school, { course, from: -daysAgo, size: 26, enterprise });
  const stated = { costPerHeadFen: COST_PER_HEAD_FEN };
  claimFor(county, at(150), { party: enterprise, stage: null, stated, fate: { to: "payable", ago: 90 } });
  claimFor(county, at(40), { party: enterprise, stage: null, stated, fate: { to: "first-passed", ago: 2 } });
  classAt(county, school, { course, from: -4, size: 28, enterprise });
}

function addApprentices(county: DemoCounty, school: DemoOrganisation, enterprise: ClassEnterprise): void {
  const course = underBenefit("apprenticeship", "6-31-07-03", 4, 160);
  const wish = { course, size: 30, enterprise, everyDays: 7 };
  const running = classAt(county, school, { ...wish, from: -90 });
  const stated = { years: 1 };
  claimFor(county, running, { party: enterprise, stage: "advance", stated, fate: { to: "payable", ago: 40 } });
  const begun = classAt(county, school, { ...wish, from: -25 });
  claimFor(county, begun, { party: enterprise, stage: "advance", stated, fate: { to: "submitted", ago: 3 } });
}

function addProjectClasses(county: DemoCounty, school: DemoOrganisation): void {
  const course = underBenefit("project-training", "4-10-01-06", 5, 56);
  const project = county.projects.find(({ kind }) => kind === "project-based")?.id ?? null;
  const done = classAt(county, school, { course, from: -100, size: 30, project });
  const contractFen = PRICE_PER_HEAD_FEN * 34;
  const party = school;
  const advance = claimFor(county, done, {
    party,
    stage: "advance",
    stated: { contractFen },
    fate: { to: "payable", ago: 60 },
  });
  const finishers = done.learners.filter(({ certificateId }) => certificateId !== null).length;
  claimFor(county, done, {
    party,
    stage: "settlement",
    stated: { contractFen, acceptedFen: PRICE_PER_HEAD_FEN * finishers },
    fate: { to: "submitted", ago: 4 },
    advancePaidFen: advance,
  });
  classAt(county, school, { course, from: -3, size: 30, project });
}

interface ClassAt {
  course: Course;
  /** Days from today. */
  from: number;
  size: number;
  enterprise?: ClassEnterprise;
  project?: string | null;
  everyDays?: number;
}

function classAt(county: DemoCounty, organisation: DemoOrganisation, { from, ...wish }: ClassAt): TrainedClass {
  organisation.lanes.push(addDemoLane(county, organisation, 80 + organisation.lanes.length));
  return addDemoClass(county, { organisation, from: addDays(county.today, from), ...wish });
}

interface Asked {
  party: { id: string; name: string; accountId: string };
  stage: DemoClaimSubject["stage"];
  stated: { costPerHeadFen?: number; years?: number; contractFen?: number; acceptedFen?: number };
  fate: ClaimFate;
  advancePaidFen?: number;
}

/** Claim for a whole class, its case as the platform builds it. Returns the amount. */
function claimFor(county: DemoCounty, made: TrainedClass, asked: Asked): number {
  const { course, organisation } = made;
  const { party, stage, stated, advancePaidFen = 0 } = asked;
  const finishers = made.learners.filter(({ certificateId }) => certificateId !== null).length;
  const capacity = made.learners.length + 4;
  const claim = writeDemoClaim(county, made, {
    personId: null,
    town: organisation.town,
    enrolmentId: null,
    certificateId: null,
    listId: null,
    organisationId: party.id,
    submitter: party.accountId,
    payee: { accountId: demoPayeeOfOrganisation(party.id), name: party.name },
    appliedOn: county.today,
    stage,
    stated: { ...stated },
    certain: true,
    only: null,
    fate: asked.fate,
    caseFor: (number, appliedOn) => ({
      id: number,
      benefit: course.benefit,
      appliedOn,
      ...(stage === null ? {} : { stage }),
      ...(course.benefit === "apprenticeship" && made.enterprise
        ? { employment: { employed: true, employer: made.enterprise.uscc } }
        : {}),
      training: {
        from: made.startsOn,
        to: made.endsOn,
        institution: { kind: organisation.kind, local: true, admitted: true },
        requiredHours: course.hours - 4,
        inCatalogue: true,
        classSize: made.learners.length,
        finishers,
        ...(stated.costPerHeadFen === undefined ? {} : { costPerHeadFen: stated.costPerHeadFen }),
      },
      ...(course.benefit === "apprenticeship" && course.level !== 0
        ? {
            apprenticeship: {
              targetLevel: course.level,
              years: stated.years ?? 1,
              planned: capacity,
              finishers,
              advancePaidFen,
            },
          }
        : {}),
      ...(course.benefit === "project-training"
        ? {
            project: {
              contractFen: stated.contractFen ?? 0,
              ...(stated.acceptedFen === undefined ? {} : { acceptedFen: stated.acceptedFen }),
              advancePaidFen,
            },
          }
        : {}),
      parameters: DEMO_PARAMETERS,
    }),
  });
  return claim.amountFen;
}
