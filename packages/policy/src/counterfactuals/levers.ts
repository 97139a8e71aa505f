/**
 * Things that a person can still change in a case, and the least change of each kind that could matter: more months paid, more
 * hours learnt, another course or certificate, a later day, a job. Never birth, sex, groups, records or a day that is past.
 */
import type { Compare } from "../mechanisms/compare.ts";
import type { CompiledBenefit, Policy } from "../compile.ts";
import type { CivilDate } from "../dates.ts";
import { calendarYear, dateText, monthsAfterNumber } from "../dates.ts";
import type { DateFactPath } from "../facts.ts";
import { CODE_FACTS, DATE_FACTS, NUMBER_FACTS } from "../facts.ts";
import type { TestNode } from "../mechanisms/index.ts";
import { testsWithin } from "../mechanisms/index.ts";
import { codesOf } from "../mechanisms/one-of.ts";
import { getAt } from "../pointer.ts";
import { amountFacts, factsOfTest } from "../reads.ts";
import type { Case, ParameterValue } from "../types.ts";
import { idsOf, nameOf, STAGES } from "../vocabulary.ts";

/** One fact changed, or stated where it was absent. */
export interface Change {
  /** JSON pointer into the case. */
  path: string;
  to: string | number | boolean;
}

/** How a change is said; `was` is the value before, undefined where there was none. */
type Say = (to: Change["to"], was: unknown, names: Readonly<Record<string, string>>) => string;

const more =
  (yet: (difference: string) => string, all: (whole: string) => string): Say =>
  (to, was) =>
    typeof was === "number" ? yet(String(tidy(Number(to) - was))) : all(String(to));

/** A millionth of an hour is below any clock and above any binary rounding. */
function tidy(hours: number): number {
  return Math.round(hours * 1e6) / 1e6;
}

const code =
  (say: (name: string) => string): Say =>
  (to, _was, names) =>
    say(nameOf(names, String(to)));

const LEVERS: Readonly<Record<string, Say>> = {
  "/appliedOn": (to) => `等到 ${String(to)} `,
  "/stage": (to) => `申请${nameOf(STAGES, String(to))}`,
  "/person/trainingNeed": () => "登记培训需求",
  "/employment/employed": () => "在企业就业",
  "/employment/local": () => "到本市企业就业",
  "/employment/contractMonths": more(
    (n) => `劳动合同再签 ${n} 个月`,
    (n) => `劳动合同签满 ${n} 个月`,
  ),
  "/insurance/unemploymentMonths": more(
    (n) => `再缴 ${n} 个月失业保险`,
    (n) => `失业保险缴满 ${n} 个月`,
  ),
  "/insurance/pensionMonths": more(
    (n) => `再缴 ${n} 个月企业职工养老保险`,
    (n) => `企业职工养老保险缴满 ${n} 个月`,
  ),
  "/insurance/pensionPaidNow": () => "由单位缴纳企业职工养老保险",
  "/training/from": (to) => `从 ${String(to)} 起参加培训`,
  "/training/institution/kind": code((name) => `改由${name}培训`),
  "/training/institution/local": () => "改在本市培训机构培训",
  "/training/institution/admitted": () => "改在目录内的培训机构培训",
  "/training/offlineHours": more(
    (n) => `再学 ${n} 课时线下课程`,
    (n) => `学满 ${n} 课时线下课程`,
  ),
  "/training/onlineHours": more(
    (n) => `再学 ${n} 课时线上课程`,
    (n) => `学满 ${n} 课时线上课程`,
  ),
  "/training/classSize": more(
    (n) => `班级再招 ${n} 人`,
    (n) => `班级招满 ${n} 人`,
  ),
  "/training/course": code((name) => `参加${name}`),
  "/certificate/kind": code((name) => `取得${name}`),
  "/certificate/level": code((name) => `取得${name}证书`),
  "/certificate/issuedOn": (to) => `在 ${String(to)} 取得证书`,
  "/degree/level": code((name) => `取得${name}学历`),
  "/degree/obtainedOn": (to) => `在 ${String(to)} 取得学历`,
  "/apprenticeship/targetLevel": code((name) => `培养目标定为${name}`),
};

/** The codes of a fact, with the package's own courses. */
function namesOf(policy: Policy, path: string): Readonly<Record<string, string>> {
  const names = Object.entries(CODE_FACTS).find(([own]) => own === path)?.[1].names ?? {};
  return path === "/training/course" ? { ...names, ...policy.rules.vocabulary?.courses } : names;
}

/** The change as a thing to do: 再缴 3 个月失业保险. */
export function saidOf(policy: Policy, c: Case, { path, to }: Change): string {
  return LEVERS[path]?.(to, getAt(c, path), namesOf(policy, path)) ?? "";
}

/** The months of contribution that a change still takes: so much later is the earliest day on which it can be claimed. */
export function monthsTaken(c: Case, { path, to }: Change): number {
  const was = getAt(c, path);
  return path.startsWith("/insurance/") && typeof was === "number" ? Number(to) - was : 0;
}

/** A lever of one case: the fact, and the values that it could still take, nearest first. */
export interface Lever {
  path: string;
  values: Change["to"][];
}

type Add = (path: string, ...values: Change["to"][]) => void;

/** Levers of a benefit in a case. */
export function leversOf(policy: Policy, { source }: CompiledBenefit, c: Case): Lever[] {
  const all = new Map<string, Set<Change["to"]>>();
  const add: Add = (path, ...values) => {
    const was = getAt(c, path);
    for (const value of values) {
      if (value === was || LEVERS[path] === undefined) continue;
      all.set(path, (all.get(path) ?? new Set()).add(value));
    }
  };
  for (const { rule } of source.tests) {
    for (const path of factsOfTest(rule)) addListed(policy, c, path, add);
    for (const node of testsWithin(rule)) addBounds(policy, c, node, add);
  }
  if (source.amount.kind === "staged") addListed(policy, c, "/stage", add);
  // A code that is there already stays: being paid more is no reason to change it.
  for (const path of amountFacts(source)) if (getAt(c, path) === undefined) addListed(policy, c, path, add);
  return [...all].map(([path, values]) => ({
    path,
    values: isListed(path) ? [...values] : [...values].toSorted((a, b) => (a < b ? -1 : 1)),
  }));
}

const isListed = (path: string): boolean => Object.hasOwn(CODE_FACTS, path);

/** Kinds and courses stand side by side; of anything else one value is nearer than another. */
export const isKind = (path: string): boolean => isListed(path) && !/[lL]evel$/u.test(path);

/** Facts with a short list of values: a kind, a level, a course; and what one can come to have, such as a job. */
function addListed(policy: Policy, c: Case, path: string, add: Add): void {
  if (FLAGS.has(path)) add(path, true);
  // A stage that was asked for stays.
  if (path === "/stage" && c.stage === undefined) add(path, ...idsOf(STAGES));
  if (isListed(path)) add(path, ...nearest(getAt(c, path), codesOf(namesOf(policy, path))));
}

const FLAGS: ReadonlySet<string> = new Set([
  "/person/trainingNeed",
  "/employment/employed",
  "/employment/local",
  "/insurance/pensionPaidNow",
  "/training/institution/local",
  "/training/institution/admitted",
]);

/** The list with the values next to the present one first. */
function nearest(was: unknown, codes: readonly (string | number)[]): (string | number)[] {
  const at = codes.findIndex((one) => one === was);
  if (at < 0) return [...codes];
  return codes.toSorted((a, b) => Math.abs(codes.indexOf(a) - at) - Math.abs(codes.indexOf(b) - at));
}

/** Numbers and days at which the test begins to hold. */
function addBounds(policy: Policy, c: Case, node: TestNode, add: Add): void {
  const value = (name: string): ParameterValue | undefined => policy.parameters.get(name)?.read({ case: c, used: {} });
  const later = (...days: (CivilDate | undefined)[]): void => {
    for (const day of days) if (day !== undefined && day > c.appliedOn) add("/appliedOn", day);
  };
  /** A fact that is not there yet can still come: today at the earliest. */
  const today = (path: DateFactPath): void => {
    if (DATE_FACTS[path].read(c) === undefined) add(path, c.appliedOn);
  };
  /** Days on which a parameter changes. */
  const turns = (name: string): void => {
    later(
      ...policy.rules.parameters
        .filter((one) => one.name === name)
        .flatMap((one) => one.values.map(({ from }) => from)),
    );
  };
  switch (node.kind) {
    case "compare":
      if (typeof node.bound !== "number") turns(node.bound.name);
      addNumber(c, node, typeof node.bound === "number" ? node.bound : value(node.bound.name), add);
      break;
    case "date-compare":
      if (node.fact === "/appliedOn" && typeof node.day === "string") later(node.day);
      today(node.fact);
      break;
    case "within-months":
      today(node.fact);
      break;
    case "hours":
      turns(node.ratio.name);
      addHours(c, value(node.ratio.name), add);
      break;
    case "history-limit":
      if (node.per === "ever") break;
      later(`${String(calendarYear(c.appliedOn) + 1).padStart(4, "0")}-01-01`);
      // Twelve months after a grant it no longer counts.
      later(...(c.history ?? []).map(({ on }) => (on === undefined ? undefined : dateText(monthsAfterNumber(on, 12)))));
      break;
    case "in-period":
      later(node.since);
      for (const path of node.begun) today(path);
      break;
    case "facts-agree":
      if (node.contradictions.includes("certificate-after-claim")) later(c.certificate?.issuedOn);
      break;
    default:
  }
}

/** The least number that is enough; only more can be done about it, never less. */
function addNumber(c: Case, { fact, is }: Compare, bound: ParameterValue | undefined, add: Add): void {
  if (typeof bound !== "number" || (is !== "at-least" && is !== "more-than")) return;
  const least = is === "at-least" ? bound : Math.floor(bound) + 1;
  const has = NUMBER_FACTS[fact].read(c);
  if (has === undefined || least > has) add(fact, least);
}

/** Hours that are still to be learnt, in the room or (as far as they count) online. */
function addHours(c: Case, ratio: ParameterValue | undefined, add: Add): void {
  const { requiredHours: required, offlineHours, onlineHours } = c.training ?? {};
  if (required === undefined || typeof ratio !== "number") return;
  const most = tidy(ratio * required);
  const offline = offlineHours ?? 0;
  const online = onlineHours ?? 0;
  const lacking = tidy(required - offline - Math.min(online, most));
  const offlineTo = tidy(offline + Math.max(0, lacking));
  const onlineTo = tidy(online + Math.max(0, lacking));
  if (offlineHours === undefined || lacking > 0) add("/training/offlineHours", offlineTo);
  if (offlineHours === undefined && offlineTo > 0) add("/training/offlineHours", 0);
  if (onlineHours === undefined) add("/training/onlineHours", 0);
  if (lacking > 0 && onlineTo <= most) add("/training/onlineHours", onlineTo);
}
