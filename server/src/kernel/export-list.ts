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
 * It stands at the address of the list followed by `/export`.
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
    run: (context, { params, query }) =>
      sheetReply<RowOf<O>>(
        `${sheet.title}-${context.today}`,
        typeof sheet.columns === "function" ? sheet.columns(context) : sheet.columns,
        followed(
          wholeList(context, (inside, page) =>
            list.run(inside, { params, body: {}, query: { ...query, ...page } as z.output<Q> }),
          ),
          () => sheet.tail?.(context),
        ),
        { sheetName: sheet.title },
      ),
  });
}

async function* followed<R>(rows: AsyncIterable<R>, tail: () => Promise<R[]> | undefined): AsyncGenerator<R> {
  yield* rows;
  yield* (await tail()) ?? [];
}
