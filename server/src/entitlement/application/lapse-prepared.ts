import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { firstDayStillAskable } from "../claim/claim-period.ts";
import { moveClaims } from "../claim/move-claims.ts";

/** A claim must be filed within twelve months of the certificate; an unconfirmed prepared one then lapses. */
export async function lapsePrepared(services: Services): Promise<number> {
  return inTransaction(services, async (context) => {
    const before = firstDayStillAskable(context.today);
    const found = await sql<{ id: string }>`
      select c.id from claim c join certificate f on f.id = c.certificate_id
      where c.state = 'prepared' and c.redecision_id is null and f.issued_on < ${before} order by c.id limit 5000`.execute(
      context.db,
    );
    await moveClaims(
      context,
      found.rows.map((row) => row.id),
      "lapsed",
      { from: ["prepared"], reason: "取得证书满 12 个月未申请" },
    );
    return found.rows.length;
  });
}
