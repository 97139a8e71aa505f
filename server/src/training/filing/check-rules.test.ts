import { type ClassTerms, loadPolicy } from "@jinengtong/policy";
import { describe, expect, it } from "vitest";
import { checkClass, type ClassFacts, type SessionFacts } from "./check-rules.ts";

const { claiming } = loadPolicy("rugao-2019@1.0.0");
const termsOf = (benefit: string): ClassTerms | null => claiming.get(benefit)?.class ?? null;

const lesson = (given: Partial<SessionFacts> = {}): SessionFacts => ({
  id: "s1",
  date: "2020-03-02",
  hours: 4,
  practice: true,
  qualityModule: false,
  teacherName: "王老师",
  teacherActive: true,
  teacherOccupations: ["6-31-01-03"],
  roomName: "实训室",
  roomCapacity: 50,
  roomActive: true,
  ...given,
});
const TIMETABLE = [
  lesson({ id: "s0", practice: false, qualityModule: true }),
  ...Array.from({ length: 14 }, () => lesson()),
];
const filing = (given: Partial<ClassFacts> = {}): ClassFacts => ({
  terms: termsOf("unemployed-training"),
  contentKind: "occupation",
  occupation: "6-31-01-03",
  occupationName: "电工",
  startsOn: "2020-03-02",
  endsOn: "2020-03-31",
  capacity: 30,
  requiredHours: 60,
  onlineRatio: 0.5,
  plan: "计划",
  assessmentPlan: "考核",
  priceFen: 126_000,
  phone: "0513-00000001",
  bring: "身份证",
  enterpriseId: null,
  today: "2020-02-20",
  admittedAtStart: true,
  admittedAtEnd: true,
  standardHours: 60,
  newerHours: null,
  project: null,
  sessions: TIMETABLE,
  learnerClashes: [],
  ...given,
});
const codes = (facts: ClassFacts): string[] => checkClass(facts).map(({ severity, code }) => `${severity} ${code}`);

describe("the checks of a class filing", () => {
  it("find nothing in a good one", () => {
    expect(codes(filing())).toEqual([]);
  });

  it.each<[string, Partial<ClassFacts>, string]>([
    ["an institution not admitted when the class begins", { admittedAtStart: false }, "error not-admitted"],
    ["an admission that runs out before the class ends", { admittedAtEnd: false }, "error not-admitted"],
    ["a missing plan", { plan: " " }, "error plan-missing"],
    ["a missing assessment plan", { assessmentPlan: "" }, "error assessment-plan-missing"],
    ["a class that should have begun already", { today: "2020-03-03" }, "error starts-in-past"],
    [
      "a project that is closed by then",
      { project: { name: "春潮行动", kind: "named-plan", openFrom: "2019-01-01", openTo: "2020-03-01" } },
      "error project-closed",
    ],
    ["a list published after the filing", { newerHours: 80 }, "warning filed-under-earlier-list"],
    ["an occupation outside the list", { standardHours: null }, "warning outside-catalogue"],
    [
      "more than 50 learners",
      { capacity: 51, sessions: TIMETABLE.map((s) => ({ ...s, roomCapacity: 60 })) },
      "warning class-large",
    ],
    [
      "more than 100 learners",
      { capacity: 101, sessions: TIMETABLE.map((s) => ({ ...s, roomCapacity: 200 })) },
      "error class-too-large",
    ],
    [
      "an order class of 19",
      { terms: termsOf("order-class"), enterpriseId: "e", capacity: 19 },
      "error class-too-small",
    ],
    ["project training without its project", { terms: termsOf("project-training") }, "error project-missing"],
    [
      "project training under a named plan",
      {
        terms: termsOf("project-training"),
        project: { name: "春潮行动", kind: "named-plan", openFrom: "2019-01-01", openTo: null },
      },
      "error project-missing",
    ],
    ["an order class nobody ordered", { terms: termsOf("order-class") }, "error enterprise-missing"],
    ["no timetable", { sessions: [] }, "error no-sessions"],
    ["fewer hours than the standard", { requiredHours: 59 }, "error hours-below-standard"],
    ["less in person than online may stand for", { sessions: TIMETABLE.slice(0, 7) }, "error hours-short"],
    ["hours that only online lessons can fill", { sessions: TIMETABLE.slice(0, 8) }, "warning hours-online"],
    [
      "no quality module",
      { sessions: TIMETABLE.map((s) => ({ ...s, qualityModule: false })) },
      "error no-quality-module",
    ],
    [
      "less than 60 % practice",
      { sessions: TIMETABLE.map((s, index) => ({ ...s, practice: index > 6 })) },
      "warning practice-short",
    ],
    [
      "a session after the last day",
      { sessions: [...TIMETABLE, lesson({ date: "2020-04-01" })] },
      "error session-outside-dates",
    ],
    ["a teacher who left", { sessions: [...TIMETABLE, lesson({ teacherActive: false })] }, "error teacher-left"],
    [
      "a teacher of another trade",
      { sessions: [...TIMETABLE, lesson({ teacherOccupations: [] })] },
      "warning teacher-unqualified",
    ],
    ["a closed room", { sessions: [...TIMETABLE, lesson({ roomActive: false })] }, "error room-closed"],
    ["a room too small", { sessions: [...TIMETABLE, lesson({ roomCapacity: 29 })] }, "error room-too-small"],
    [
      "a learner in two places",
      { learnerClashes: [{ name: "张示例", className: "焊工班", at: "2020-03-02 08:30" }] },
      "error learner-in-two-places",
    ],
  ])("find %s", (_what, given, expected) => {
    expect(codes(filing(given))).toContain(expected);
  });

  it("do not ask practice of a class on general quality", () => {
    const sessions = TIMETABLE.map((s) => ({ ...s, practice: false }));
    expect(codes(filing({ contentKind: "general-quality", sessions }))).toEqual([]);
  });
});
