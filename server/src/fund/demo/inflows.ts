import { addDays, todayInShanghai } from "@jinengtong/standards";
import { asDemoAccount } from "../../access/index.ts";
import type { Services } from "../../kernel/services.ts";
import { endInflow } from "../inflow/end-inflow.ts";
import { planInflow } from "../inflow/plan-inflow.ts";
import { SOURCES } from "./sources.ts";

/** Money that the sources expect, by the platform's own operations: two that stand, one that doesn't come any more. */
export async function addInflows(services: Services): Promise<void> {
  const today = todayInShanghai(services.clock.now());
  const plan = async (at: 0 | 1 | 2, days: number, amountFen: number) => {
    const { id } = await services.database
      .selectFrom("fund_source")
      .select("id")
      .where("code", "=", SOURCES[at].code)
      .executeTakeFirstOrThrow();
    return asDemoAccount(services, "finance1", (context) =>
      planInflow.run(context, {
        params: { id },
        query: {},
        body: { amountFen, expectedOn: addDays(today, days), document: "示例数据：资金下达计划" },
      }),
    );
  };
  await plan(0, 25, 50_000_000);
  await plan(1, 40, 20_000_000);
  const { id } = await plan(2, 15, 5_000_000);
  await asDemoAccount(services, "finance2", (context) =>
    endInflow.run(context, {
      params: { id },
      query: {},
      body: { outcome: "withdrawn", reason: "示例数据：改由年底一并下达" },
    }),
  );
}
