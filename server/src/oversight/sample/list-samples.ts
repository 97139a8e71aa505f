import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { pageOf } from "../../kernel/shapes.ts";
import { byId, byName, byNumber, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { Line, READERS, type Row, SAMPLE_COLUMNS, SAMPLES, toLine } from "./sample-view.ts";

const ORDER = sortable({
  columns: {
    drawnAt: byTime("s.drawn_at"),
    drawnBy: byName("a.name"),
    size: byNumber("s.size"),
    frameSize: byNumber("s.frame_size"),
  },
  unique: byId("s.id"),
  usual: "-drawnAt",
});

/** Samples drawn so far, newest first. */
export const listSamples = operation({
  method: "GET",
  path: "/api/v1/audit-samples",
  summary: "抽样记录",
  permission: { roles: READERS },
  query: ORDER.query.extend({ frame: Line.shape.frame.optional() }),
  output: pageOf(Line),
  async run(context, { query }) {
    const { db, actor } = context;
    const page = ORDER.page(query);
    const { rows, nextCursor } = await page.read(
      db,
      sql<Placed<Row>>`
      select ${SAMPLE_COLUMNS}, ${page.place} from ${SAMPLES}
      where starts_with(a.region, ${actor.region})
        and (${query.frame ?? null}::text is null or s.frame = ${query.frame ?? null}) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return { rows: rows.map((row) => toLine(context, row)), nextCursor };
  },
});

export const exportSamples = exportOf(listSamples, {
  title: "抽样记录",
  columns: [
    { header: "抽样时间（UTC）", width: 24, value: (row) => row.drawnAt },
    { header: "抽样人", value: (row) => row.drawnBy },
    { header: "总体", width: 20, value: (row) => row.frameLabel },
    { header: "总体数", kind: "number", value: (row) => row.frameSize },
    { header: "样本数", kind: "number", value: (row) => row.size },
    { header: "已写结论", kind: "number", value: (row) => row.findings },
    { header: "随机种子", width: 40, value: (row) => row.seed },
  ],
});
