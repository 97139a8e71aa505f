import type { ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant, timeOf } from "../../kit/format.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { ScrollArea } from "../../kit/ScrollArea.tsx";
import { WatchMap, type WatchLane } from "./WatchMap.tsx";

type Lesson = Output<Api["watching"]["map"]>["lessons"][number];

/** Watched time of a learner, lesson by lesson and visit by visit: credited by the server's clock, and claimed beyond it. */
export function WatchRecord({ enrolmentId, name }: { enrolmentId: string; name: string }): ReactElement {
  const map = useApi(api.watching.map, { params: { id: enrolmentId } });
  return (
    <QueryView
      query={map}
      lines={6}
      isEmpty={(data) => data.lessons.length === 0}
      empty={<Empty title="没有线上学习记录">这位学员没有看过网上课件，线上学时为 0。</Empty>}
    >
      {(data) => (
        <div className="grid grid-cols-1 gap-4">
          <WatchMap caption={`${name}的线上学习`} lanes={data.lessons.map(laneOf)} />
          <Visits lessons={data.lessons} />
        </div>
      )}
    </QueryView>
  );
}

/** Converts the server's milliseconds to seconds; marks claimed time beyond the credited end. */
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
    <ScrollArea label="学习过程" className="max-h-72">
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">逐次打开课件的记录</caption>
        <thead className="sticky top-0 bg-sheet">
          <tr className="border-b border-ink text-ink-2">
            {["打开", "最后上报", "课件", "设备"].map((title) => (
              <th key={title} scope="col" className="py-1 pr-3 font-medium whitespace-nowrap">
                {title}
              </th>
            ))}
            <th scope="col" className="py-1 text-right font-medium whitespace-nowrap">
              上报次数
            </th>
          </tr>
        </thead>
        <tbody>
          {visits.map(({ lesson, visit }) => (
            <tr key={`${lesson.lessonId}${visit.openedAt}`} className="border-b border-line">
              <td className="num py-1 pr-3 whitespace-nowrap">{formatInstant(visit.openedAt)}</td>
              <td className="num py-1 pr-3">{timeOf(visit.lastAt)}</td>
              <td className="py-1 pr-3">{lesson.title}</td>
              <td className="py-1 pr-3">{visit.device ?? "不明"}</td>
              <td className="num py-1 text-right">{visit.beats}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
