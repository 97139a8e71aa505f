import { z } from "zod";
import type { WriteColumn } from "../adapters/spreadsheet/index.ts";
import type { Context } from "./context.ts";
import { operation, type Operation, type Permission } from "./operation.ts";
import { fileOutput } from "./shapes.ts";
import { sheetReply } from "./sheets.ts";
import { wholeList } from "./whole-list.ts";

type Pages = z.ZodType<{ rows: unknown[]; nextCursor: string | null }>;
type RowOf<O extends Pages> = z.output<O>["rows"][number];

/**
 * The whole of a list as a workbook: open to the same people, under the same filters and in the same order, as it was at one moment.
 * It stands at the address of the list followed by `/export`. Read from a replica, its name and the header `x-data-as-of` say the age.
 */
export function exportOf<Path extends `/api/v1/${string}`, P extends z.ZodType, Q extends z.ZodObject, O extends Pages>(
  list: Operation<"GET", Path, P, Q, z.ZodObject, O>,
  sheet: {
    title: string;
    columns: readonly WriteColumn<RowOf<O>>[] | ((context: Context) => readonly WriteColumn<RowOf<O>>[]);
    perMinute?: number;
    /** Rows after the last one. */
    tail?: (context: Context) => Promise<RowOf<O>[]>;
  },
) {
  return operation({
    method: "GET",
    path: `${list.path}/export` as `${Path}/export` & `/api/v1/${string}`,
    summary: `导出${sheet.title}`,
    // The query of the export lacks only what chooses a page, and no permission asks that.
    permission: list.permission as Permission<unknown>,
    params: list.params,
    query: z.object(list.query.shape).omit({ cursor: true, limit: true } as never),
    output: fileOutput,
    ...(list.scope === undefined ? {} : { scope: list.scope }),
    ...(sheet.perMinute === undefined ? {} : { perMinute: sheet.perMinute }),
    async run(context, { params, query }) {
      const { database, asOf } = await context.services.reads.choose(context.now);
      if (asOf) context.replyHeaders.push(["x-data-as-of", asOf.toISOString()]);
      return sheetReply<RowOf<O>>(
        `${sheet.title}-${context.today}${asOf ? `-数据截至${clockTime(asOf)}` : ""}`,
        typeof sheet.columns === "function" ? sheet.columns(context) : sheet.columns,
        followed(
          wholeList(
            context,
            (inside, page) => list.run(inside, { params, body: {}, query: { ...query, ...page } as z.output<Q> }),
            database,
          ),
          () => sheet.tail?.(context),
        ),
        { sheetName: sheet.title },
      );
    },
  });
}

/** 14时05分08秒, in China: a name of a file has no colons. */
const clockTime = (at: Date): string => {
  const [hours, minutes, seconds] = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 19).split(":");
  return `${hours}时${minutes}分${seconds}秒`;
};

async function* followed<R>(rows: AsyncIterable<R>, tail: () => Promise<R[]> | undefined): AsyncGenerator<R> {
  yield* rows;
  yield* (await tail()) ?? [];
}
