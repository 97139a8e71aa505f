import { type CaseFacts, counterfactuals, decide, type Door, type Policy } from "@jinengtong/policy";
import { skillLevelLabel, isSkillLevel } from "@jinengtong/standards";
import type { ListedStandard } from "../../catalogue/index.ts";
import { amountsOf, caseOf, sumOf } from "./amounts.ts";
import type { Answered } from "./answers.ts";
import { type Asked, supposedCase } from "./supposed-case.ts";

/** Shown at most: more is a table. */
const MOST = 4;

export interface More {
  text: string;
  /** All in all, then. */
  totalFen: number;
}

/**
 * Ways to more, in the words of the questions: an answer that one can come to, another level of the trade, and where nothing is
 * paid yet, the smallest changes that the engine finds.
 */
export function waysToMore(
  policy: Policy,
  asked: Asked,
  facts: CaseFacts,
  totalFen: number,
  levels: readonly ListedStandard[],
): More[] {
  const { door } = asked;
  const sum = (other: Asked): number => sumOf(amountsOf(policy, door, door.by, supposedCase(other)));
  const found: More[] = [];
  for (const { question, chosen } of asked.answered) {
    if (question.kind !== "one" && question.kind !== "several") continue;
    for (const option of question.options) {
      if (option.way === undefined || chosen.includes(option)) continue;
      const answered = asked.answered.map((one): Answered =>
        one.question === question
          ? { ...one, chosen: question.kind === "several" ? [...chosen, option] : [option] }
          : one,
      );
      found.push({ text: option.way, totalFen: sum({ ...asked, answered }) });
    }
  }
  for (const standard of levels)
    if (standard.level !== asked.standard?.level && isSkillLevel(standard.level))
      found.push({ text: `学到${skillLevelLabel(standard.level)}`, totalFen: sum({ ...asked, standard }) });
  const more = found.filter((one) => one.totalFen > totalFen).toSorted((a, b) => b.totalFen - a.totalFen);
  // Somebody who has heard a plain no isn't told to become somebody else; without a listed trade there is nothing to change.
  const isSettled = asked.standard === null || asked.answered.some(({ chosen }) => chosen.some(({ no }) => no));
  return (more.length > 0 || totalFen > 0 || isSettled ? more : smallestChanges(policy, door, facts)).slice(0, MOST);
}

const smallestChanges = (policy: Policy, door: Door, facts: CaseFacts): More[] =>
  [...policy.claiming.values()]
    .filter(({ by, benefit }) => by.includes(door.by) && decide(policy, caseOf(facts, benefit)).outcome === "refused")
    .flatMap(({ benefit }) => counterfactuals(policy, caseOf(facts, benefit)))
    .filter(({ amountFen }) => amountFen > 0)
    .map(({ text, amountFen }) => ({ text: text.replace(/，[\d,.]+ 元$/u, ""), totalFen: amountFen }))
    .toSorted((a, b) => b.totalFen - a.totalFen);
