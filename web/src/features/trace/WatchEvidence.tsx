import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApiPages } from "../../api/hooks.ts";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatInstant, formatSeconds } from "../../kit/format.ts";
import { pageOf } from "../../lists/pages.ts";
import { Pager } from "../../kit/Pager.tsx";
import { WatchMap } from "../classes/WatchMap.tsx";
import type { Evidence } from "./trace-types.ts";

const kinds: Record<string, string> = {
  open: "打开",
  beat: "播放",
  "check-shown": "弹出学习确认",
  "check-passed": "答对学习确认",
  "check-missed": "错过学习确认",
  end: "结束",
  answer: "作答",
};

const seconds = (ms: number | null): string => (ms === null ? "" : formatSeconds(ms / 1_000));

/** Credited time of each lesson, and the log behind it by the server's clock. */
export function WatchEvidence({
  enrolmentId,
  lessons,
}: {
  enrolmentId: string;
  lessons: Evidence["lessons"];
}): ReactElement {
  const log = useApiPages(api.trace.watch, { params: { id: enrolmentId }, query: { limit: 50 } }, pageOf);
  return (
    <div className="grid grid-cols-1 gap-4">
      <WatchMap
        caption="线上学习"
        lanes={lessons.map((lesson) => ({
          id: lesson.lessonId,
          title: lesson.title,
          duration: (lesson.durationMs ?? lesson.creditedMs) / 1_000,
          credited: lesson.creditedMs > 0 ? [[0, lesson.creditedMs / 1_000]] : [],
        }))}
      />
      {log.error ? <ErrorNotice error={log.error} onRetry={log.onRetry} /> : null}
      {log.rows.length > 0 && (
        <div
          className="max-h-96 overflow-auto border-t border-line print:max-h-none"
          tabIndex={0}
          role="region"
          aria-label="学习记录"
        >
          <table className="w-full text-left max-md:min-w-[40rem]">
            <caption className="sr-only">逐条网上学习记录</caption>
            <thead>
              <tr className="border-b border-ink text-sm text-ink-2">
                {["服务器时间", "课件", "记录", "播放区间", "设备"].map((head) => (
                  <th key={head} scope="col" className="py-1 pr-4 font-medium whitespace-nowrap">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {log.rows.map((row) => (
                <tr key={row.id} className="border-b border-line last:border-0">
                  <th scope="row" className="num py-1 pr-4 font-normal whitespace-nowrap">
                    {formatInstant(row.at)}
                  </th>
                  <td className="py-1 pr-4">{row.lesson}</td>
                  <td className="py-1 pr-4 whitespace-nowrap">
                    {kinds[row.kind] ?? row.kind}
                    {!row.visible && <span className="ml-2 text-sm text-ink-3">页面不在前台</span>}
                  </td>
                  <td className="num py-1 pr-4 whitespace-nowrap">
                    {row.fromMs === null ? "" : `${seconds(row.fromMs)}–${seconds(row.toMs)}`}
                  </td>
                  <td className="num py-1 text-ink-2">{row.device ?? "—"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {log.hasMore && <Pager shown={log.rows.length} unit="条" hasMore busy={log.isLoadingMore} onMore={log.onMore} />}
    </div>
  );
}
