import type { Condition } from "../../kit/ConditionList.tsx";

interface Finding {
  test: string;
  met: boolean | null;
  clause: string;
  because: string;
}

/** Findings of a decision as conditions, under the titles of their programme. */
export const conditionsOf = (
  findings: readonly Finding[],
  tests: readonly { id: string; title: string }[],
): Condition[] =>
  findings.map(({ test, met, clause, because }) => ({
    id: test,
    met,
    title: tests.find(({ id }) => id === test)?.title ?? because,
    clause,
    because,
  }));
