/** A class as its school's clerk keeps it in a notebook, and how one is planned and filed. */
import { addDays, type CivilDate, isWorkingDay } from "@jinengtong/standards";
import type { County, Hour, School } from "./county.ts";
import { LEVEL, TRADES } from "./founding.ts";
import type { Resident } from "./residents.ts";

export const LARGEST = 20;
/** Days between filing and the first lesson. */
const AHEAD = 4;
const LESSONS = [
  { from: "08:30", to: "11:30", over: "11:40" },
  { from: "13:30", to: "16:30", over: "16:40" },
] as const;

export interface Course {
  readonly id: string;
  readonly number: string;
  readonly benefit: string;
  readonly occupation: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly learners: readonly Resident[];
  /** Which of the school's teachers and rooms. */
  readonly place: number;
  /** The morning's lessons begin with the code on the teacher's screen, not with a roll call. */
  readonly byCode: boolean;
  readonly sessions: readonly { id: string; date: string; over: Hour }[];
  rostered: boolean;
  enrolments: { enrolmentId: string; name: string; seat: number }[];
  ended: boolean;
}

export interface CourseWish {
  benefit: string;
  trade: (typeof TRADES)[number];
  learners: readonly Resident[];
  enterpriseId: string | null;
  byCode: boolean;
}

/** Plans a class with its timetable in a free place of the school and files it. */
export async function fileCourse(
  { world }: County,
  school: School,
  { benefit, trade, learners, enterpriseId, byCode }: CourseWish,
  place: number,
): Promise<Course> {
  const days = workdays(addDays(world.today, AHEAD), Math.ceil(trade.hours / 8));
  const [startsOn = world.today] = days;
  const endsOn = days.at(-1) ?? startsOn;
  const desk = await school.staff.desk();
  const about = `${school.name} ${trade.name} ${startsOn}`;
  const { body } = await desk.do("POST /api/v1/classes", {
    about,
    body: {
      name: `${trade.name}班 ${startsOn}`,
      policyId: "rugao-2019",
      benefit,
      occupation: trade.occupation,
      level: LEVEL,
      contentKind: "occupation",
      town: learners[0]?.town ?? "",
      startsOn,
      endsOn,
      capacity: LARGEST + 5,
      enterpriseId,
      plan: "按大纲教学，理论与实操结合。",
      assessmentPlan: "理论笔试，实操考核。",
      priceFen: 126_000,
      phone: "0513-00000001",
      bring: "身份证、笔和工作服",
      openEnrolment: enterpriseId === null,
    },
  });
  const params = { id: body.id };
  for (const [index, date] of days.entries())
    for (const [half, { from, to }] of LESSONS.entries())
      await desk.do("POST /api/v1/classes/:id/sessions", {
        params,
        about,
        body: {
          date,
          from,
          to,
          hours: 4,
          topic: index + half === 0 ? "职业道德、法律与安全" : `实操 ${index * 2 + half}`,
          qualityModule: index + half === 0,
          practice: index + half > 0,
          teacherId: school.teacherIds[place] ?? "",
          roomId: school.roomIds[place] ?? "",
        },
      });
  const lines = await desk.do("GET /api/v1/classes/:id/sessions", { params });
  await desk.do("POST /api/v1/classes/:id/submission", { params, about });
  return {
    id: body.id,
    number: body.number,
    benefit,
    occupation: trade.occupation,
    startsOn,
    endsOn,
    learners,
    place,
    byCode,
    sessions: lines.body.sessions.map((session) => {
      const local = new Date(new Date(session.endsAt).getTime() + 8 * 3_600_000).toISOString();
      return { id: session.id, date: local.slice(0, 10), over: local.slice(11, 13) === "11" ? "11:40" : "16:40" };
    }),
    rostered: false,
    enrolments: [],
    ended: false,
  };
}

/** A number of working days, from the first one on or after `from`. */
export function workdays(from: CivilDate, count: number): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = from; days.length < count; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days;
}
