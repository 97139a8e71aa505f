import { demoAccount } from "../../access/index.ts";
import type { Actor } from "../../kernel/actor.ts";
import { inTransaction } from "../../kernel/context.ts";
import type { Services } from "../../kernel/services.ts";
import { decideAnomaly } from "../anomaly/decide-anomaly.ts";

const ANSWERS = [
  ["name-used", "confirmed", "核对设备和点名记录，确认代签，相关补贴暂缓"],
  ["shared-phone", "explained", "同村学员合用一部手机签到，老师当场点名属实"],
] as const;

/** Answers anomalies of two rules, so that one holds claims under review and the rest wait for an officer. */
export async function answerAnomalies(services: Services): Promise<void> {
  const { id: accountId, name, role } = demoAccount("reviewer3");
  const account = await services.database
    .selectFrom("account")
    .select(["region", "organisation_id"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  const actor: Actor = {
    accountId,
    name,
    role,
    region: account.region,
    organisationId: account.organisation_id,
    personId: null,
    sessionId: null,
    scopes: null,
  };
  for (const [rule, verdict, reason] of ANSWERS) {
    const anomaly = await services.database
      .selectFrom("anomaly")
      .select("id")
      .where("state", "=", "open")
      .where("rule", "=", rule)
      .where("class_id", "is not", null)
      .orderBy("subject_id")
      .executeTakeFirst();
    if (!anomaly) continue;
    await inTransaction(
      services,
      (context) => decideAnomaly.run(context, { params: { id: anomaly.id }, body: { verdict, reason }, query: {} }),
      actor,
    );
  }
}
