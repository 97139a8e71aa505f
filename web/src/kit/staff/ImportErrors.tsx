import type { ReactElement } from "react";
import { Button } from "../Button.tsx";
import type { ImportRowError } from "./import-row-error.ts";

const shownAtMost = 200;

/** Errors by row; the whole list is a downloadable sheet. */
export function ImportErrors({
  errors,
  onSheet,
}: {
  errors: readonly ImportRowError[];
  onSheet: () => void;
}): ReactElement {
  return (
    <section aria-label="需要修改的行">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-semibold">需要修改的行</h3>
        <Button variant="quiet" icon="download" onClick={onSheet}>
          下载带错误说明的表格
        </Button>
      </div>
      <div className="max-h-64 overflow-auto border-y border-line">
        <table className="w-full border-collapse text-left">
          <thead className="sticky top-0 bg-sheet text-sm text-ink-2 shadow-[0_1px_0_var(--color-ink)]">
            <tr>
              <th scope="col" className="py-1 pr-3 text-right font-medium whitespace-nowrap">
                行
              </th>
              <th scope="col" className="px-3 py-1 font-medium">
                列
              </th>
              <th scope="col" className="px-3 py-1 font-medium">
                填的是
              </th>
              <th scope="col" className="px-3 py-1 font-medium">
                要怎么改
              </th>
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, shownAtMost).map((error) => (
              <tr
                key={`${error.row}-${error.column}-${error.message}`}
                className="border-b border-line last:border-b-0"
              >
                <td className="num py-1 pr-3 text-right whitespace-nowrap">{error.row}</td>
                <td className="px-3 py-1 whitespace-nowrap">{error.column}</td>
                <td className="px-3 py-1 font-mono text-sm">{error.value === "" ? "（空）" : error.value}</td>
                <td className="px-3 py-1">{error.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {errors.length > shownAtMost && (
        <p className="num mt-1 text-sm text-ink-2">
          这里列出前 {shownAtMost} 处，共 {errors.length.toLocaleString("zh-CN")} 处，请下载表格查看全部。
        </p>
      )}
    </section>
  );
}
