import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id } from "../../kernel/shapes.ts";
import { sessionsOf, TodaySession } from "../../reporting/index.ts";
import { openAnomaliesOf } from "../anomaly/open-anomalies.ts";

const Live = TodaySession.extend({
  oddities: z.array(z.object({ id: Id, title: z.string(), severity: z.number().int(), state: z.string() })),
});

/** Classes in session now: who has signed in, and anomalies. */
export const liveClasses = operation({
  method: "GET",
  path: "/api/v1/oversight/live",
  summary: "正在上课",
  permission: { roles: ["reviewer", "department", "auditor"] },
  query: z.object({ town: z.string().max(9).optional() }),
  output: z.object({ rows: z.array(Live) }),
  async run({ db, actor, now }, { query }) {
    const sessions = await sessionsOf(
      db,
      sql<boolean>`c.state = 'running' and starts_with(c.town, ${actor.region}) and starts_with(c.town, ${query.town ?? ""})
        and s.starts_at <= ${now} and s.ends_at > ${now}`,
      200,
    );
    const odd = await openAnomaliesOf(
      db,
      sessions.map((session) => session.classId),
    );
    return {
      rows: sessions.map((session) => ({
        ...session,
        oddities: (odd.get(session.classId) ?? []).map(({ rule: _rule, ...each }) => each),
      })),
    };
  },
});
