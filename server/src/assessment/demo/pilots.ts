import { todayInShanghai } from "@jinengtong/standards";
import { asDemoAccount } from "../../access/index.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { decidePilot, proposePilot } from "../pilot/propose-pilot.ts";

/** Pilots of the demo school by the platform's own operations: one approved, one that waits for the education office. */
export async function addPilots(services: Services): Promise<void> {
  const year = Number(todayInShanghai(services.clock.now()).slice(0, 4));
  const found = await sql<{ id: string; kind: string }>`
    select o.id, o.kind from account a join organisation o on o.id = a.organisation_id where a.username = 'evaluator'`.execute(
    services.database,
  );
  const [evaluator] = found.rows;
  if (evaluator?.kind !== "evaluation-body") return;
  const propose = (certificate: string, level: "junior" | "intermediate", places: number) =>
    asDemoAccount(services, "institution", (context) =>
      proposePilot.run(context, {
        params: {},
        query: {},
        body: {
          evaluatorId: evaluator.id,
          certificate,
          level,
          majors: ["机电技术应用", "电气设备运行与控制"],
          places,
          feeFen: 22_000,
          year,
        },
      }),
    );
  const { id } = await propose("示例：工业机器人操作与运维", "intermediate", 60);
  await asDemoAccount(services, "department", (context) =>
    decidePilot.run(context, {
      params: { id },
      query: {},
      body: { verdict: "approved", reason: "示例：试点院校名单" },
    }),
  );
  await propose("示例：智能网联汽车检测与运维", "junior", 40);
}
