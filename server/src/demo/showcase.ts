import { addDays } from "@jinengtong/standards";
import { demoAccount } from "../access/index.ts";
import { planDemoExam } from "../assessment/index.ts";
import { addDemoClaims } from "../entitlement/index.ts";
import { at, type Course, type DemoCounty } from "../kernel/demo/county.ts";
import { addDemoCourse, tryDemoQuiz, watchDemoLessons } from "../learning/index.ts";
import { addDemoLane } from "../organisations/index.ts";
import { addDemoPerson } from "../people/index.ts";
import { addDemoApplicants, addDemoClass, addDemoTwoPlaces, type DemoClassState } from "../training/index.ts";
import { addCases } from "./cases.ts";
import { COURSES } from "./plan.ts";
import { addWholeClasses } from "./whole-classes.ts";

const courseOf = (occupation: string, level: number): Course => {
  const found = COURSES.find((course) => course.occupation === occupation && course.level === level);
  if (!found) throw new RangeError(occupation);
  return found;
};

/** Days since which filings wait for the bureau. */
const FILINGS = [1, 1, 2, 3, 4, 5, 7, 9, 12];

/**
 * Data behind the demo accounts: the learner has a class today, a lesson to go on with, a claim to confirm and a paid one; the
 * school has a class in every state, one of them waiting for its subsidy list.
 */
export async function addShowcase(county: DemoCounty): Promise<void> {
  const school = county.organisations[0];
  if (!school) return;
  for (let lane = 0; lane < 8; lane += 1) school.lanes.push(addDemoLane(county, school, 20 + lane));
  const learner = addDemoPerson(county, {
    profile: "unemployed",
    groups: ["hard-to-employ", "registered-unemployed"],
    by: addDays(county.today, -330),
    name: demoAccount("learner").name,
    sex: "F",
    phone: "19912340000",
    username: demoAccount("learner").username,
  });
  const { today } = county;
  const housekeeping = courseOf("4-10-01-06", 5);
  const care = courseOf("4-10-01-05", 5);
  const electrician = courseOf("6-31-01-03", 5);

  const paid = addDemoClass(county, {
    organisation: school,
    course: housekeeping,
    from: addDays(today, -300),
    size: 30,
    known: [learner],
  });
  addDemoClaims(county, paid);
  const toConfirm = addDemoClass(county, {
    organisation: school,
    course: electrician,
    from: addDays(today, -9),
    size: 28,
    known: [learner],
    everyDay: true,
  });
  addDemoClaims(county, toConfirm, { only: "prepared" });
  const running = addDemoClass(county, {
    organisation: school,
    course: care,
    from: addDays(today, -2),
    size: 32,
    known: [learner],
    everyDay: true,
  });
  // Finished, its subsidy list not generated yet.
  addDemoClass(county, {
    organisation: school,
    course: courseOf("4-03-02-01", 5),
    from: addDays(today, -16),
    size: 26,
    everyDay: true,
  });
  // An exam that waits for the evaluators.
  const [evaluator] = county.evaluators;
  if (evaluator)
    planDemoExam(county, running, {
      evaluator,
      heldOn: addDays(running.endsOn, 3),
      createdBy: demoAccount("evaluator").id,
      createdAt: at(addDays(today, -1), "09:00:00"),
    });
  // A class with anomalies in progress, for supervisors at any hour.
  const watched = county.organisations.slice(2, 6).map((organisation, index) => {
    organisation.lanes.push(addDemoLane(county, organisation, 50));
    const course = COURSES[(index * 2 + 1) % COURSES.length] ?? care;
    const from = addDays(today, -1 - index);
    return addDemoClass(county, { organisation, course, from, size: 22 + index, everyDay: true });
  });
  const [, , counted, tried] = watched;
  if (counted && tried) addDemoTwoPlaces(county, counted, tried);
  addEnterpriseClasses(county);
  addWholeClasses(county);
  const { lessons, quiz } = await addDemoCourse(county, school, [running, toConfirm]);
  watchDemoLessons(county, running, lessons, running.learners, learner);
  tryDemoQuiz(county, running, quiz, running.learners);
  const open = addDemoClass(county, {
    organisation: school,
    course: courseOf("4-01-06-02", 5),
    from: addDays(today, 12),
    size: 11,
    state: "approved",
  });
  addDemoApplicants(county, open, [0, 0, 1, 1, 2, 3, 4, 6]);
  // Finished, its results not entered yet.
  addDemoClass(county, {
    organisation: school,
    course: care,
    from: addDays(today, -9),
    size: 24,
    everyDay: true,
    state: "running",
  });
  const planned: [Course, number, DemoClassState, number][] = [
    [electrician, 24, "returned", 0],
    [housekeeping, 30, "draft", 0],
  ];
  for (const [course, inDays, state, size] of planned) {
    addDemoClass(county, { organisation: school, course, from: addDays(today, inDays), size, state });
  }
  for (const [index, filedAgo] of FILINGS.entries()) {
    const organisation = county.organisations[index % county.organisations.length] ?? school;
    const course = COURSES[index % COURSES.length] ?? care;
    addDemoClass(county, {
      organisation,
      course,
      from: addDays(today, 14 + index),
      size: 0,
      state: "submitted",
      filedAgo,
    });
  }
  addCases(county, {
    lately: courseOf("4-03-02-01", 5),
    later: housekeeping,
    operation: courseOf("6-30-05-01", 0),
  });
  // Classes that ended a few days apart, so that claims are at every stage whatever the size of the county.
  for (const [index, daysAgo] of [4, 7, 10, 13, 16, 19, 22, 26].entries()) {
    const organisation = county.organisations[1 + (index % (county.organisations.length - 1))];
    if (!organisation) continue;
    organisation.lanes.push(addDemoLane(county, organisation, 30 + index));
    const course = COURSES[(index * 3) % COURSES.length] ?? care;
    addDemoClaims(
      county,
      addDemoClass(county, { organisation, course, from: addDays(today, -daysAgo - 6), size: 25, everyDay: true }),
    );
  }
  addUnlistedClass(county);
}

/** Classes of the demo enterprise's staff: one paid, one whose claims wait for it, one in progress. */
function addEnterpriseClasses(county: DemoCounty): void {
  const enterprise = county.enterprises[0];
  const school = county.organisations[1];
  if (!enterprise || !school) return;
  const of = { ...enterprise, accountId: demoAccount("enterprise").id };
  for (let lane = 0; lane < 3; lane += 1) school.lanes.push(addDemoLane(county, school, 40 + lane));
  const common = { organisation: school, enterprise: of, everyDay: true } as const;
  const welding = courseOf("6-18-02-04", 5);
  addDemoClaims(
    county,
    addDemoClass(county, { ...common, course: welding, from: addDays(county.today, -120), size: 22 }),
  );
  const recent = addDemoClass(county, { ...common, course: welding, from: addDays(county.today, -10), size: 20 });
  addDemoClaims(county, recent, { only: "prepared" });
  addDemoClass(county, { ...common, course: courseOf("6-31-07-03", 4), from: addDays(county.today, -3), size: 24 });
}

/** Off the published list of subsidised occupations: subsidised by its actual cost (四.3). */
const OFF_THE_LIST: Course = {
  occupation: "6-31-07-02",
  name: "无人机装调检修工",
  level: 4,
  hours: 48,
  trainingYuan: 0,
  assessmentYuan: 0,
  benefit: "on-job",
  certificate: "completion",
  content: "new-occupation",
  weight: 0,
  topics: ["飞行安全", "整机装调", "动力与电池", "故障检修"],
};

/** A finished class of the demo enterprise's staff that it hasn't claimed for: what the training cost only it can state. */
function addUnlistedClass(county: DemoCounty): void {
  const enterprise = county.enterprises[0];
  const school = county.organisations[1];
  if (!enterprise || !school) return;
  school.lanes.push(addDemoLane(county, school, 45));
  addDemoClass(county, {
    organisation: school,
    enterprise: { ...enterprise, accountId: demoAccount("enterprise").id },
    course: OFF_THE_LIST,
    from: addDays(county.today, -12),
    size: 12,
    everyDay: true,
  });
}
