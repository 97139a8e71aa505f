import { addDays } from "@jinengtong/standards";
import { json } from "../../kernel/database.ts";
import { type DemoCounty, past, rowId } from "../../kernel/demo/county.ts";
import type { Learner, TrainedClass } from "../../training/index.ts";
import { type Quiz, scoreQuiz } from "../quiz/quiz.ts";

/** Probability of a right answer in each of a learner's attempts: some fail at first, a few give up. */
const COURAGE: readonly (readonly [readonly number[], number])[] = [
  [[1], 5],
  [[0.85], 4],
  [[0.4, 0.95], 3],
  [[0.3, 0.5], 1],
  [[], 3],
];

/** Simulates the quiz attempts of a class; the demo learner hasn't tried yet. */
export function tryDemoQuiz(
  county: DemoCounty,
  made: TrainedClass,
  { id, quiz }: { id: string; quiz: Quiz },
  learners: readonly Learner[],
): void {
  for (const learner of learners) {
    const attempts = learner.known ? [] : county.random.weighted(COURAGE);
    for (const [index, sure] of attempts.entries()) {
      const answers = quiz.questions.map((question) =>
        county.random.chance(sure) ? question.answers : [(question.answers[0] ?? 0) === 0 ? 1 : 0],
      );
      const { score } = scoreQuiz(quiz, answers);
      county.sink.add("quiz_attempt", {
        id: rowId(county),
        enrolment_id: learner.enrolmentId,
        lesson_id: id,
        answers: json(answers),
        score,
        passed: score >= quiz.passScore,
        at: past(county, addDays(made.startsOn, index), "23:40:00"),
      });
      if (score >= quiz.passScore) break;
    }
  }
}
