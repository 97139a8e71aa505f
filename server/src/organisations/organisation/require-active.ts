import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";
import type { OrganisationState } from "./organisation-states.ts";

const SINCE = { suspended: "起被暂停", exited: "起退出" } as const;
const GOES_ON = "已开的班照常上课和考核，已提交的申请照常审核，异议和申诉照常办理";

/**
 * Refuses to start something new for an organisation that is suspended or has left, with date, reason and what continues. The
 * database refuses it too. `what` completes “不能…”.
 */
export async function requireActive(context: Context, organisationId: string, what: string): Promise<void> {
  const found = await sql<{ name: string; state: OrganisationState; on: string | null; reason: string | null }>`
    select o.name, o.state, to_char(x.made_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on, x.reason
    from organisation o
    left join lateral (select made_at, reason from organisation_order where organisation_id = o.id order by made_at desc limit 1) x on true
    where o.id = ${organisationId} and o.state <> 'active'`.execute(context.db);
  const [row] = found.rows;
  if (!row || row.state === "active") return;
  const since = row.on === null ? (row.state === "exited" ? "已退出" : "已被暂停") : `自 ${row.on} ${SINCE[row.state]}`;
  const why = row.reason === null ? "" : `（${row.reason}）`;
  throw conflict(
    row.state === "exited" ? "organisation-exited" : "organisation-suspended",
    `“${row.name}”${since}${why}，不能${what}。${GOES_ON}。如有疑问，请联系人社部门。`,
    { state: row.state },
  );
}
