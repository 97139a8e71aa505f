import type { Api } from "../../../api/api.ts";
import type { Input, Output } from "../../../api/client.ts";
import { levelLabel } from "../../../features/occupations/levels.ts";

type Doors = Output<Api["policy"]["doors"]>;
export type Door = Doors["doors"][number];
export type Question = Door["questions"][number];
export type Trade = Doors["trades"][number];
export type Estimate = Output<Api["policy"]["estimate"]>;
export type Answers = Input<Api["policy"]["estimate"]>["body"]["answers"];
export type Answer = Answers[string];

/** Key of “not on the list”. */
export const NOT_LISTED = "none";

/** Levels of the chosen trade: nothing is to be chosen where there is but one. */
export const levelsOf = (trades: readonly Trade[], answers: Answers): Trade["levels"] =>
  trades.find(({ key }) => Object.values(answers).includes(key))?.levels ?? [];

/**
 * Questions of the door that these answers lead through, answered or not: those of another way, a level of which there is but one, and all
 * after an answer that ends are left out.
 */
export function asked(door: Door, answers: Answers, trades: readonly Trade[]): Question[] {
  const found: Question[] = [];
  for (const question of door.questions) {
    const { only, kind } = question;
    if (only !== null && !chosenOf(answers[only.question]).some((id) => only.options.includes(id))) continue;
    if (kind === "level" && isTradeSaid(door, answers) && levelsOf(trades, answers).length < 2) continue;
    found.push(question);
    const chosen = chosenOf(answers[question.id]);
    if (question.options.some(({ id, ends }) => ends && chosen.includes(id))) break;
  }
  return found;
}

const isTradeSaid = ({ questions }: Door, answers: Answers): boolean =>
  questions.some(({ id, kind }) => kind === "trade" && answers[id] !== undefined);

export const chosenOf = (answer: Answer | undefined): string[] =>
  typeof answer === "string" ? [answer] : Array.isArray(answer) ? answer : [];

/** An answer in the words of its question. */
export function shownAnswer(question: Question, answer: Answer, trades: readonly Trade[]): string {
  if (question.kind === "trade")
    return trades.find(({ key }) => key === answer)?.name ?? (answer === NOT_LISTED ? "目录里没有" : String(answer));
  if (typeof answer === "number")
    return question.kind === "level" ? levelLabel(answer) : `${answer} ${question.unit ?? ""}`;
  const ids = chosenOf(answer);
  const labels = question.options.flatMap(({ id, label }) => (ids.includes(id) ? label : []));
  return labels.length === 0 ? (question.none ?? "") : labels.join("、");
}
