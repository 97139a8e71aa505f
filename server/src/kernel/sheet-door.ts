import { readFile } from "node:fs/promises";
import { SHEET_MAX_BYTES } from "@jinengtong/standards";
import type { z } from "zod";
import type { ReadColumns } from "../adapters/spreadsheet/index.ts";
import type { Context, Upload } from "./context.ts";
import type { FileReply } from "./files.ts";
import { operation, type Operation } from "./operation.ts";
import { unacceptable } from "./problem.ts";
import { fileOutput } from "./shapes.ts";
import type { SheetReport } from "./sheet-report.ts";
import { markedSheetReply } from "./sheets.ts";
import { tryOut } from "./try-out.ts";

type Shape = z.ZodType;

interface Door<Rest extends string, P extends Shape, Q extends Shape, O extends Shape> {
  path: `/api/v1/${Rest}`;
  /** 导入职工名单 */
  summary: string;
  permission: Operation<"POST", `/api/v1/${Rest}`, P, Q, z.ZodObject, O>["permission"];
  scope?: string;
  params: P;
  query: Q;
  /** Columns it is read by; asked of the thing that it belongs to where they are data. */
  columns:
    | ReadColumns
    | ((context: Context, input: { params: z.output<P>; query: z.output<Q> }) => Promise<ReadColumns>);
  /** `sheetReport` and the counts of this door. */
  output: O;
  /** Judges the sheet and writes its good rows (or all, or none). `final` is false in a preview, which is taken back afterwards. */
  run(
    context: Context,
    input: { params: z.output<P>; query: z.output<Q>; upload: Upload; final: boolean },
  ): Promise<z.output<O>>;
}

/**
 * The three operations of a sheet that is imported: its preview, which does the same and takes it back; the import; and the person's
 * own sheet with what is wrong in a last column, to be mended and sent again.
 */
export function sheetDoor<
  const Rest extends string,
  P extends Shape,
  Q extends Shape,
  O extends z.ZodType<SheetReport>,
>(door: Door<Rest, P, Q, O>) {
  const { path, summary, params, query, output, permission } = door;
  const shared = { permission, params, query, upload: { maxBytes: SHEET_MAX_BYTES } };
  const scoped = door.scope === undefined ? {} : { scope: door.scope };
  const run = (context: Context, input: { params: z.output<P>; query: z.output<Q> }, final: boolean) => {
    if (!context.upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    return door.run(context, { ...input, upload: context.upload, final });
  };
  return {
    import: operation({
      method: "POST",
      path,
      summary,
      ...shared,
      ...scoped,
      output,
      run: (context, input) => run(context, input, true),
    }),
    preview: operation({
      method: "POST",
      path: `${path}/preview` as `/api/v1/${Rest}/preview`,
      summary: `${summary}（预检）`,
      creates: false,
      ...shared,
      ...scoped,
      output,
      run: (context, input) => tryOut(context, (trial) => run(trial, input, false)),
    }),
    mark: operation({
      method: "POST",
      path: `${path}/marked` as `/api/v1/${Rest}/marked`,
      summary: `${summary}（带错误说明的表格）`,
      creates: false,
      ...shared,
      ...scoped,
      output: fileOutput,
      async run(context, input): Promise<FileReply> {
        const report: SheetReport = await tryOut(context, (trial) => run(trial, input, false));
        const bytes = await readFile(context.upload?.temporaryPath ?? "");
        const columns = typeof door.columns === "function" ? await door.columns(context, input) : door.columns;
        return markedSheetReply(context.upload?.name ?? "", bytes, columns, report);
      },
    }),
  };
}
