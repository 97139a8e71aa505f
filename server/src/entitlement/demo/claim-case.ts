import type { Case } from "@jinengtong/policy";
import type { CivilDate } from "@jinengtong/standards";
import { DEMO_SHORTAGE } from "../../catalogue/index.ts";
import { type DemoCounty } from "../../kernel/demo/county.ts";
import type { Learner, TrainedClass } from "../../training/index.ts";
import { DEMO_PARAMETERS } from "./parameters.ts";

/** The case as the platform would build it from the records above. */
export function caseOf(
  county: DemoCounty,
  made: TrainedClass,
  learner: Learner,
  number: string,
  appliedOn: CivilDate,
): Case {
  const { course } = made;
  const { person } = learner;
  const employed = person.employer !== null;
  const shortage = DEMO_SHORTAGE.includes(course.occupation);
  return {
    id: number,
    benefit: course.benefit,
    appliedOn,
    person: {
      birthDate: person.birthDate,
      sex: person.sex,
      groups: [...person.groups],
      monthlyPension: false,
      ...(employed ? {} : { trainingNeed: true, unemploymentBenefit: [] }),
    },
    employment: employed
      ? {
          employed: true,
          employer: person.employer as string,
          local: true,
          ...(person.hiredOn ? { hiredOn: person.hiredOn } : {}),
          ...(person.contractMonths === null ? {} : { contractMonths: person.contractMonths }),
        }
      : { employed: false },
    ...(course.benefit === "skill-upgrade" ? { insurance: { unemploymentMonths: 14 } } : {}),
    training: {
      from: made.startsOn,
      to: made.endsOn,
      institution: { kind: made.organisation.kind, local: true, admitted: true },
      requiredHours: course.hours - 4,
      offlineHours: learner.offlineHours,
      onlineHours: 0,
      inCatalogue: true,
      classSize: made.learners.length,
      finishers: made.learners.filter((each) => each.certificateId !== null).length,
    },
    certificate: {
      kind: course.certificate,
      occupation: course.occupation,
      level: course.level === 0 ? null : course.level,
      issuedOn: made.endsOn,
    },
    standard: { trainingFen: course.trainingYuan * 100, assessmentFen: course.assessmentYuan * 100, shortage },
    history: county.history.get(person.index) ?? [],
    parameters: DEMO_PARAMETERS,
  };
}
