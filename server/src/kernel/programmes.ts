import { county } from "@jinengtong/county";
import type { Policy } from "@jinengtong/policy";
import { unacceptable, type Problem } from "./problem.ts";
import type { Policies } from "./policies.ts";

/** The county's programmes with a version in force on a day, each by its version of that day, in the county's order: the first is the usual one. */
export const programmesOn = (policies: Policies, day: string): Policy[] =>
  county().programmes.flatMap((id) => policies.onDay(id, day) ?? []);

/** First and last day of a programme over all its versions; null: no end. */
export function periodOf(policies: Policies, id: string): { from: string; to: string | null } {
  const periods = policies.versionsOf(id).map(({ rules }) => rules.manifest.effective);
  const ends = periods.map(({ to }) => to ?? null);
  return {
    from: periods.map(({ from }) => from).toSorted()[0] ?? "",
    to: ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null),
  };
}

/** Says that no programme of the county is in force on a day, which ones are before and after it, and where to turn. */
export function noProgrammeOn(policies: Policies, day: string): string {
  const known = county().programmes.flatMap((id) => {
    const policy = policies.get(id);
    return policy ? [{ title: policy.title, ...periodOf(policies, id) }] : [];
  });
  const ended = known
    .filter(({ to }) => to !== null && to < day)
    .toSorted((a, b) => ((a.to ?? "") < (b.to ?? "") ? 1 : -1))
    .slice(0, 1)
    .map(({ title, to }) => `《${title}》到 ${to} 为止`);
  const coming = known
    .filter(({ from }) => from > day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .slice(0, 1)
    .map(({ title, from }) => `《${title}》自 ${from} 起施行`);
  const { name, phone } = county().hotline;
  return `${day} 没有施行中的补贴政策${[...ended, ...coming].map((part) => `，${part}`).join("")}。请改选当时施行的政策查看，或向${name}（${phone}）咨询是否延续。`;
}

/** The refusal where the county has no programme on a day. */
export const noProgramme = (policies: Policies, day: string): Problem =>
  unacceptable("no-programme-on-day", noProgrammeOn(policies, day));
