import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Schedule } from "../../kernel/queue.ts";

/** Puts questions again that a source has not answered yet: every half hour, for a day. */
export const askOpenQuestions: Schedule = {
  name: "ask-open-fact-queries",
  title: "再次查询其他部门没有答复的信息",
  cron: "*/30 * * * *",
  async run(services) {
    await inTransaction(services, async (context) => {
      const open = await sql<{ id: string }>`
        select id from fact_query where state = 'open' and tries > 0 order by asked_at limit 1000`.execute(context.db);
      for (const { id } of open.rows) await context.emit("fact-query-asked", { queryId: id });
    });
  },
};
