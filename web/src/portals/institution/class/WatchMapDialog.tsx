import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { WatchMap } from "../../../features/classes/WatchMap.tsx";
import { ScrollArea } from "../../../kit/ScrollArea.tsx";

interface WatchMapDialogProps {
  enrolmentId: string;
  name: string;
  onClose: () => void;
}

const seconds = ([from, to]: readonly number[]) => [(from ?? 0) / 1000, (to ?? 0) / 1000] as const;

/** What a learner watched, lesson by lesson and visit by visit. */
export function WatchMapDialog({ enrolmentId, name, onClose }: WatchMapDialogProps): ReactElement {
  const map = useApi(api.watching.map, { params: { id: enrolmentId } });
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={`${name} 的观看记录`}
      footer={<Button onClick={onClose}>看好了</Button>}
    >
      <QueryView
        query={map}
        lines={6}
        isEmpty={(data) => data.lessons.length === 0}
        empty={<Empty title="还没有观看记录">学员打开课程后，这里显示看了哪些部分、计入多少。</Empty>}
      >
        {(data) => (
          <div className="grid gap-5">
            <WatchMap
              caption={`${name} 的观看记录`}
              lanes={data.lessons.map((lesson) => ({
                id: lesson.lessonId,
                title: lesson.title,
                duration: lesson.durationMs / 1000,
                credited: lesson.credited.map(seconds),
              }))}
            />
            <ScrollArea label="逐次记录">
              <table className="w-full border-collapse text-left whitespace-nowrap">
                <caption className="mb-1 text-left font-semibold">逐次记录</caption>
                <thead>
                  <tr className="border-b border-ink text-sm text-ink-2">
                    <th scope="col" className="py-1 pr-3 font-medium">
                      课件
                    </th>
                    <th scope="col" className="px-3 py-1 font-medium">
                      打开
                    </th>
                    <th scope="col" className="px-3 py-1 font-medium">
                      最后上报
                    </th>
                    <th scope="col" className="px-3 py-1 font-medium">
                      设备
                    </th>
                    <th scope="col" className="py-1 pl-3 text-right font-medium">
                      上报次数
                    </th>
                  </tr>
                </thead>
                <tbody className="num">
                  {data.lessons.flatMap((lesson) =>
                    lesson.visits.map((visit) => (
                      <tr key={`${lesson.lessonId}-${visit.openedAt}`} className="border-b border-line">
                        <td className="py-1 pr-3">{lesson.title}</td>
                        <td className="px-3 py-1">{formatInstant(visit.openedAt)}</td>
                        <td className="px-3 py-1">{formatInstant(visit.lastAt)}</td>
                        <td className="max-w-48 truncate px-3 py-1">{visit.device ?? "不明"}</td>
                        <td className="py-1 pl-3 text-right">{visit.beats}</td>
                      </tr>
                    )),
                  )}
                </tbody>
              </table>
            </ScrollArea>
          </div>
        )}
      </QueryView>
    </Dialog>
  );
}
