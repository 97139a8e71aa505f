import { todayInShanghai } from "@jinengtong/standards";
import { asDemoAccount } from "../../access/index.ts";
import type { Services } from "../../kernel/services.ts";
import { decideQuotaChange } from "../quota/decide-quota-change.ts";
import { proposeQuotaChange } from "../quota/propose-quota-change.ts";
import type { QuotaPlace } from "../quota/quota-place.ts";

/** Places of two named plans by the platform's own operations: released for the plans and two towns; one change waits for the second officer. */
export async function addPlaces(services: Services): Promise<void> {
  const year = Number(todayInShanghai(services.clock.now()).slice(0, 4));
  const plans = await services.database
    .selectFrom("training_project")
    .select(["id", "region"])
    .where("kind", "=", "named-plan")
    .orderBy("code")
    .limit(2)
    .execute();
  const towns = await services.database
    .selectFrom("organisation")
    .select("town")
    .distinct()
    .orderBy("town")
    .limit(2)
    .execute();
  const propose = (projectId: string, place: QuotaPlace, places: number) =>
    asDemoAccount(services, "reviewer1", (context) =>
      proposeQuotaChange.run(context, {
        params: {},
        query: {},
        body: { projectId, year, place, kind: "set", places, reason: "示例数据：年度培训计划" },
      }),
    );
  for (const [index, plan] of plans.entries()) {
    const placed: [QuotaPlace, number][] = [
      [{ scope: "plan" }, 2000 - 800 * index],
      ...towns.map(({ town }): [QuotaPlace, number] => [{ scope: "town", town }, 300]),
    ];
    for (const [place, places] of placed) {
      const { id } = await propose(plan.id, place, places);
      await asDemoAccount(services, "reviewer2", (context) =>
        decideQuotaChange.run(context, { params: { id }, query: {}, body: { released: true, reason: "" } }),
      );
    }
  }
  if (plans[0]) await propose(plans[0].id, { scope: "plan" }, 200);
}
