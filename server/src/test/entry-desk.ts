import type { Answer, TestClient } from "./app.ts";

/** One officer enters a fact or group, another confirms it. Answers with the id of what was recorded, or the first refusal. */
export async function enteredByTwo(
  enterer: TestClient,
  confirmer: TestClient,
  personId: string,
  what: "facts" | "groups",
  body: object,
): Promise<Answer<{ id: string }>> {
  const entered = await enterer.post<{ id: string; state: string }>(`/api/v1/people/${personId}/${what}`, body);
  if (entered.status !== 200 || entered.body.state === "recorded") return entered;
  return confirmer.post<{ id: string }>(`/api/v1/person-entries/${entered.body.id}/decision`, { verdict: "confirmed" });
}
