import { sql } from "../../kernel/database.ts";
import type { Verifier } from "../../kernel/module.ts";
import { creditedMs, foldWatch, type WatchEvent } from "./watched-time.ts";
import { rulesFor } from "./watch-store.ts";

const BATCH = 200;

interface Row {
  enrolment_id: string;
  lesson_id: string;
  duration_ms: number;
  credited_ms: number;
  furthest_ms: number;
  events: (Omit<WatchEvent, "at"> & { at: number })[] | null;
}

/** Recomputes the credited time of every lesson from its events. */
export const verifyWatchedTime: Verifier = {
  name: "网上学习",
  async run(services) {
    const differences: string[] = [];
    let checked = 0;
    let after = ["00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000000"];
    for (;;) {
      const { rows } = await sql<Row>`
        select c.enrolment_id, c.lesson_id, l.duration_ms, c.credited_ms, c.furthest_ms, (
          select json_agg(json_build_object('kind', v.kind, 'fromMs', v.from_ms, 'toMs', v.to_ms, 'visible', v.visible,
            'at', floor(extract(epoch from v.at) * 1000)::bigint) order by v.id)
          from watch_event v where v.enrolment_id = c.enrolment_id and v.lesson_id = c.lesson_id) as events
        from watch_credit c join lesson l on l.id = c.lesson_id
        where (c.enrolment_id, c.lesson_id) > (${after[0]}::uuid, ${after[1]}::uuid)
        order by c.enrolment_id, c.lesson_id limit ${BATCH}`.execute(services.database);
      for (const row of rows) {
        const state = foldWatch(row.events ?? [], rulesFor(row.duration_ms));
        if (creditedMs(state) !== row.credited_ms || state.furthestMs !== row.furthest_ms)
          differences.push(
            `enrolment ${row.enrolment_id} lesson ${row.lesson_id}: credited ${row.credited_ms} ms, events give ${creditedMs(state)} ms`,
          );
      }
      checked += rows.length;
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return { checked, differences };
      after = [last.enrolment_id, last.lesson_id];
    }
  },
};
