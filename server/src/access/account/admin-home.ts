import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Instant } from "../../kernel/shapes.ts";
import { IDLE_MS } from "../session/sessions.ts";

const Counts = z.object({
  accounts: z.number().int(),
  disabled: z.number().int(),
  /** Accounts with failed sign-ins, locked or close to it. */
  failing: z.number().int(),
  locked: z.number().int(),
  /** Accounts opened or reset whose owner has not yet set a password. */
  unclaimed: z.number().int(),
  sessions: z.number().int(),
  tokens: z.number().int(),
  tokensExpiring: z.number().int(),
  textsWaiting: z.number().int(),
  actsToday: z.number().int(),
  actsUnsealed: z.number().int(),
});

/** Home page of administrators: accounts, sign-ins, tokens and health of the platform. */
export const adminHome = operation({
  method: "GET",
  path: "/api/v1/admin/home",
  summary: "系统管理首页",
  permission: { roles: ["admin", "security"] },
  carriedBy: { "/admin": "" },
  output: z.object({
    counts: Counts,
    /** Latency of one database query; the fields below are the size of the database and the start of the process. */
    databaseMs: z.number(),
    databaseBytes: z.number(),
    upSince: Instant,
    trial: z.boolean(),
  }),
  async run({ db, actor, now, today, services }) {
    const region = `${actor.region}%`;
    const began = performance.now();
    const size = await sql<{ bytes: number }>`select pg_database_size(current_database())::bigint as bytes`.execute(db);
    const databaseMs = Math.round((performance.now() - began) * 10) / 10;
    const found = await sql<z.output<typeof Counts>>`
      select a.*, s.*, t.*,
        (select count(*)::int from message_outbox where channel = 'sms' and sent_at is null) as "textsWaiting",
        (select count(*)::int from audit_log where at >= ${today}::date) as "actsToday",
        greatest(0, coalesce((select max(id) from audit_log), 0) - coalesce((select max(audit_id) from audit_seal), 0))::int as "actsUnsealed"
      from (
        select count(*)::int as accounts, count(*) filter (where state = 'disabled')::int as disabled,
          count(*) filter (where failed_attempts > 0)::int as failing, count(*) filter (where locked_until > ${now})::int as locked,
          count(*) filter (where must_change_password and state = 'active')::int as unclaimed
        from account where role <> 'learner' and region like ${region}) a
      cross join (
        select count(*)::int as sessions from session s join account a on a.id = s.account_id
        where s.revoked_at is null and s.expires_at > ${now} and s.last_seen_at > ${new Date(now.getTime() - IDLE_MS)}
          and a.region like ${region}) s
      cross join (
        select count(*)::int as tokens, count(*) filter (where t.expires_at < ${new Date(now.getTime() + 30 * 86_400_000)})::int as "tokensExpiring"
        from organisation_token t join account a on a.id = t.account_id
        where t.revoked_at is null and t.expires_at > ${now} and a.region like ${region}) t`.execute(db);
    return {
      counts: found.rows[0] as z.output<typeof Counts>,
      databaseMs,
      databaseBytes: size.rows[0]?.bytes ?? 0,
      upSince: new Date(now.getTime() - process.uptime() * 1_000).toISOString(),
      trial: !services.config.production,
    };
  },
});
