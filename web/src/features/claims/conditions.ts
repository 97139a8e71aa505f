import type { Condition } from "../../kit/ConditionList.tsx";

interface Finding {
  test: string;
  met: boolean | null;
  clause: string;
  because: string;
}

/** What a decision found, as conditions under the titles their programme gives them. */
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
