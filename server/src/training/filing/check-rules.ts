import type { ClassTerms } from "@jinengtong/policy";
import { formatClassHours } from "@jinengtong/standards";

/** Input of the filing checks: read by `class-facts.ts`, judged here without a database. */
export interface ClassFacts {
  /** Requirements of the programme for classes of this benefit. */
  terms: ClassTerms | null;
  contentKind: string;
  occupation: string;
  occupationName: string;
  startsOn: string;
  endsOn: string;
  capacity: number;
  requiredHours: number;
  onlineRatio: number;
  plan: string;
  assessmentPlan: string;
  priceFen: number | null;
  phone: string | null;
  bring: string;
  enterpriseId: string | null;
  today: string;
  admittedAtStart: boolean;
  admittedAtEnd: boolean;
  /** Hours of the published standard; null if the list lacks the occupation and level. */
  standardHours: number | null;
  /** Hours of a list published since the filing that holds on the first day, and by which the class isn't paid. */
  newerHours: number | null;
  project: { name: string; kind: "named-plan" | "project-based"; openFrom: string; openTo: string | null } | null;
  sessions: SessionFacts[];
  /** Learners on the roster who sit in another class at the same time. */
  learnerClashes: { name: string; className: string; at: string }[];
}

export interface SessionFacts {
  id: string;
  date: string;
  hours: number;
  practice: boolean;
  qualityModule: boolean;
  teacherName: string;
  teacherActive: boolean;
  teacherOccupations: string[];
  roomName: string;
  roomCapacity: number;
  roomActive: boolean;
}

/** A finding. An error prevents submission, a warning is shown to the reviewer. */
export interface Finding {
  code: string;
  severity: "error" | "warning";
  sentence: string;
  /** A field of the plan, a session's id, or the roster. */
  where: string;
}

export const LIMITS = { advisedSize: 50, largestSize: 100, practiceShare: 0.6 } as const;

/** Kinds of content that count as practice. */
const HANDS_ON = new Set(["occupation", "new-industry", "new-occupation"]);

/** Findings of one filing, errors first. */
export function checkClass(facts: ClassFacts): Finding[] {
  const findings = [
    ...checkPlan(facts),
    ...checkSize(facts),
    ...checkHours(facts),
    ...checkSessions(facts),
    ...checkRoster(facts),
  ];
  return findings.toSorted((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
}

const error = (code: string, where: string, sentence: string): Finding => ({
  code,
  severity: "error",
  sentence,
  where,
});
const warning = (code: string, where: string, sentence: string): Finding => ({
  code,
  severity: "warning",
  sentence,
  where,
});

function checkPlan(facts: ClassFacts): Finding[] {
  const found: Finding[] = [];
  if (!facts.admittedAtStart || !facts.admittedAtEnd) {
    const when = facts.admittedAtStart ? `至 ${facts.endsOn} 已失效` : `在 ${facts.startsOn} 未生效`;
    found.push(
      error("not-admitted", "occupation", `本单位“${facts.occupationName}”该等级的培训准入${when}，请先办理准入`),
    );
  }
  if (facts.plan.trim() === "") found.push(error("plan-missing", "plan", "请填写培训计划"));
  if (facts.assessmentPlan.trim() === "")
    found.push(error("assessment-plan-missing", "assessmentPlan", "请填写考核方案"));
  if (facts.priceFen === null) found.push(error("price-missing", "priceFen", "请填写每人收费，不收费的写 0"));
  if (facts.phone === null) found.push(error("phone-missing", "phone", "请填写给学员打的联系电话"));
  if (facts.bring.trim() === "")
    found.push(error("bring-missing", "bring", "请写明学员要带什么，什么都不用带的也请写明"));
  if (facts.startsOn < facts.today)
    found.push(error("starts-in-past", "startsOn", "开班日期已过，请改为今天以后的日期"));
  if (facts.terms?.project === true && facts.project?.kind !== "project-based")
    found.push(error("project-missing", "projectId", `${facts.terms.label}须选择人社部门公布的项目制培训项目`));
  if (facts.project && (facts.startsOn < facts.project.openFrom || (facts.project.openTo ?? "9999") < facts.startsOn))
    found.push(error("project-closed", "projectId", `培训项目“${facts.project.name}”在开班日期不受理`));
  if (facts.standardHours === null)
    found.push(warning("outside-catalogue", "occupation", "开班当日的目录中没有这个职业和等级，补贴标准须另行核定"));
  return found;
}

function checkSize(facts: ClassFacts): Finding[] {
  const found: Finding[] = [];
  if (facts.capacity > LIMITS.largestSize)
    found.push(error("class-too-large", "capacity", `每班不得超过 ${LIMITS.largestSize} 人，请分班`));
  else if (facts.capacity > LIMITS.advisedSize)
    found.push(warning("class-large", "capacity", `每班一般不超过 ${LIMITS.advisedSize} 人，超过的须说明理由`));
  const { terms } = facts;
  if (terms?.smallest !== undefined && facts.capacity < terms.smallest)
    found.push(error("class-too-small", "capacity", `${terms.label}不得少于 ${terms.smallest} 人`));
  if (terms?.enterprise === "required" && facts.enterpriseId === null)
    found.push(error("enterprise-missing", "enterpriseId", `${terms.label}须填写合作企业`));
  return found;
}

function checkHours(facts: ClassFacts): Finding[] {
  const found: Finding[] = [];
  if (facts.sessions.length === 0) return [error("no-sessions", "sessions", "还没有课表，请添加或导入")];
  if (facts.standardHours !== null && facts.requiredHours < facts.standardHours)
    found.push(
      error("hours-below-standard", "requiredHours", `计划课时低于目录规定的 ${formatClassHours(facts.standardHours)}`),
    );
  if (facts.newerHours !== null)
    found.push(
      warning(
        "filed-under-earlier-list",
        "requiredHours",
        `提交后公布的目录在开班当日规定 ${formatClassHours(facts.newerHours)}，本班的补贴标准和课时都按提交时的目录核定`,
      ),
    );
  const planned = sum(facts.sessions.map((session) => session.hours));
  const atLeast = facts.requiredHours * (1 - facts.onlineRatio);
  const gap = formatClassHours(facts.requiredHours - planned);
  if (planned < atLeast)
    found.push(
      error(
        "hours-short",
        "sessions",
        `课表共 ${formatClassHours(planned)}，面授至少须 ${formatClassHours(atLeast)}，请补排`,
      ),
    );
  else if (planned < facts.requiredHours)
    found.push(warning("hours-online", "sessions", `课表不足，余下 ${gap}须由网上学习补足`));
  if (!facts.sessions.some((session) => session.qualityModule))
    found.push(error("no-quality-module", "sessions", "课表须含职业道德、法律法规、安全与健康的通用素质课（第三条）"));
  const practice = sum(facts.sessions.filter((session) => session.practice).map((session) => session.hours));
  if (HANDS_ON.has(facts.contentKind) && practice < planned * LIMITS.practiceShare)
    found.push(
      warning(
        "practice-short",
        "sessions",
        `实操课占 ${Math.floor((practice / planned) * 100)}%，一般不低于 ${LIMITS.practiceShare * 100}%`,
      ),
    );
  return found;
}

function checkSessions(facts: ClassFacts): Finding[] {
  return facts.sessions.flatMap((session) => {
    const found: Finding[] = [];
    if (session.date < facts.startsOn || session.date > facts.endsOn)
      found.push(error("session-outside-dates", session.id, `${session.date} 的课不在开班日期内`));
    if (!session.teacherActive)
      found.push(error("teacher-left", session.id, `教师${session.teacherName}已不在册，请更换`));
    else if (
      !session.qualityModule &&
      HANDS_ON.has(facts.contentKind) &&
      !session.teacherOccupations.includes(facts.occupation)
    )
      found.push(
        warning(
          "teacher-unqualified",
          session.id,
          `教师${session.teacherName}未登记“${facts.occupationName}”的任教资格`,
        ),
      );
    if (!session.roomActive) found.push(error("room-closed", session.id, `教室“${session.roomName}”已停用，请更换`));
    else if (session.roomCapacity < facts.capacity)
      found.push(
        error(
          "room-too-small",
          session.id,
          `教室“${session.roomName}”容纳 ${session.roomCapacity} 人，少于班级人数 ${facts.capacity}`,
        ),
      );
    return found;
  });
}

const checkRoster = (facts: ClassFacts): Finding[] =>
  facts.learnerClashes.map((clash) =>
    error("learner-in-two-places", "roster", `学员${clash.name}同一时间在“${clash.className}”上课（${clash.at}）`),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
