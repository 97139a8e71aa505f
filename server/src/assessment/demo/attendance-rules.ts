import { addDays, todayInShanghai } from "@jinengtong/standards";
import { asDemoAccount } from "../../access/index.ts";
import type { Services } from "../../kernel/services.ts";
import { proposeAttendanceRule } from "../completion/attendance-rules.ts";
import { decideAttendanceRule } from "../completion/decide-attendance-rule.ts";

/** Rules of attendance for classes to come, by the platform's own operations: one agreed, one that waits for the second officer. */
export async function addAttendanceRules(services: Services): Promise<void> {
  const today = todayInShanghai(services.clock.now());
  const propose = (days: number, minimumPercent: number) =>
    asDemoAccount(services, "reviewer1", (context) =>
      proposeAttendanceRule.run(context, {
        params: {},
        query: {},
        body: {
          effectiveFrom: addDays(today, days),
          minimumPercent,
          sufficient: false,
          source: "示例数据：培训管理实施细则（讨论稿）",
        },
      }),
    );
  const { id } = await propose(30, 80);
  await asDemoAccount(services, "reviewer2", (context) =>
    decideAttendanceRule.run(context, { params: { id }, query: {}, body: { agreed: true } }),
  );
  await propose(90, 85);
}
