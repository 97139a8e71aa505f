import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { moveClaims } from "../claim/move-claims.ts";

/**
 * A certificate was revoked: claims that rest on it stop. A prepared claim lapses. For an approved one a cancellation is requested
 * in the name of whoever revoked it, so that another officer decides and no money leaves meanwhile. Claims under review are decided
 * on current facts anyway; paid ones are for an auditor: only people demand money back.
 */
export const cancelOnRevocation: Subscription<"certificate-revoked"> = {
  event: "certificate-revoked",
  name: "cancel-claims-on-revocation",
  title: "证书撤销后停办补贴",
  async run(context, { certificateId }) {
    const found = await sql<{ id: string }>`
      select id from claim where certificate_id = ${certificateId} and state = 'prepared' order by id for update`.execute(
      context.db,
    );
    await moveClaims(
      context,
      found.rows.map((row) => row.id),
      "lapsed",
      { from: ["prepared"], reason: "证书已撤销" },
    );
    // A release at this moment waits for the lock, or this for the release.
    await sql`
      select from claim where certificate_id = ${certificateId} and state = 'batched' order by id for update`.execute(
      context.db,
    );
    await sql`
      insert into claim_cancellation (claim_id, reason, asked_by, asked_at)
      select c.id, '证书 ' || f.serial || ' 已撤销：' || r.reason, r.revoked_by, ${context.now}
      from claim c join certificate f on f.id = c.certificate_id join certificate_revocation r on r.certificate_id = f.id
      where f.id = ${certificateId} and c.state in ('approved', 'publicised', 'objected', 'payable', 'batched')
        and r.revoked_by is not null
      on conflict do nothing`.execute(context.db);
  },
};
