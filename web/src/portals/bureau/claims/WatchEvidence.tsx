import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { useApi } from "../../../api/hooks.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant, timeOf } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { WatchMap, type WatchLane } from "../../../features/classes/WatchMap.tsx";

type Lesson = Output<Api["watching"]["map"]>["lessons"][number];

/** What was watched, lesson by lesson: credited by the server's clock, and claimed beyond it. */
export function WatchEvidence({ enrolmentId, name }: { enrolmentId: string; name: string }): ReactElement {
  const map = useApi(api.watching.map, { params: { id: enrolmentId } });
  return (
    <QueryView
      query={map}
      lines={6}
      isEmpty={(data) => data.lessons.length === 0}
      empty={<Empty title="没有线上学习记录">这位学员没有看过网上课件，线上学时为 0。</Empty>}
    >
      {(data) => (
        <div className="grid gap-4">
          <WatchMap caption={`${name}的线上学习`} lanes={data.lessons.map(laneOf)} />
          <Visits lessons={data.lessons} />
        </div>
      )}
    </QueryView>
  );
}

function laneOf(lesson: Lesson): WatchLane {
  const credited = lesson.credited.map(([from, to]) => [from / 1000, to / 1000] as const);
  const end = credited.at(-1)?.[1] ?? 0;
  const beyond = lesson.visits
    .flatMap((visit) => visit.claimed)
    .map(([from, to]) => [Math.max(end, from / 1000), to / 1000] as const)
    .filter(([from, to]) => to - from >= 1);
  return {
    id: lesson.lessonId,
    title: lesson.title,
    duration: lesson.durationMs / 1000,
    credited,
    refused: beyond.map((interval) => ({ interval, reason: "播放器上报的进度超过平台时钟可计入的时长" })),
  };
}

function Visits({ lessons }: { lessons: readonly Lesson[] }): ReactElement | null {
  const visits = lessons.flatMap((lesson) => lesson.visits.map((visit) => ({ lesson, visit })));
  if (visits.length === 0) return null;
  return (
    <div className="max-h-72 overflow-auto" tabIndex={0} role="region" aria-label="学习过程">
      <table className="w-full border-collapse text-left text-sm">
        <thead className="sticky top-0 bg-sheet">
          <tr className="border-b border-ink text-ink-2">
            <th className="py-1 pr-3 font-medium">打开</th>
            <th className="py-1 pr-3 font-medium">最后上报</th>
            <th className="py-1 pr-3 font-medium">课件</th>
            <th className="py-1 pr-3 font-medium">设备</th>
            <th className="py-1 text-right font-medium">上报次数</th>
          </tr>
        </thead>
        <tbody>
          {visits.map(({ lesson, visit }) => (
            <tr key={`${lesson.lessonId}${visit.openedAt}`} className="border-b border-line">
              <td className="num py-1 pr-3 whitespace-nowrap">{formatInstant(visit.openedAt)}</td>
              <td className="num py-1 pr-3">{timeOf(visit.lastAt)}</td>
              <td className="py-1 pr-3">{lesson.title}</td>
              <td className="py-1 pr-3">{visit.device ?? "—"}</td>
              <td className="num py-1 text-right">{visit.beats}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
