import type { ReactElement, ReactNode } from "react";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { Thread, ThreadNode, type ThreadTone } from "../../kit/Thread.tsx";

export interface TimelineStage {
  id: string;
  /** 初审, 公示, 拨付… */
  title: string;
  tone: ThreadTone;
  /** Responsible office of the stage. */
  office: string;
  /** Time of the event, or its deadline. */
  on?: string;
  due?: string;
  /** Set if the due date has passed. */
  overdue?: boolean;
  note?: ReactNode;
}

/** Stages of a claim: office, date, due date. */
export function ClaimTimeline({ stages }: { stages: readonly TimelineStage[] }): ReactElement {
  return (
    <Thread label="办理进度">
      {stages.map((stage, index) => (
        <ThreadNode key={stage.id} tone={stage.tone} last={index === stages.length - 1}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p className={stage.tone === "todo" ? "text-ink-2" : "font-semibold"}>{stage.title}</p>
            <p className="num text-sm text-ink-2">{stage.on ?? (stage.due === undefined ? "" : `最迟 ${stage.due}`)}</p>
          </div>
          <p className="text-sm text-ink-2">{stage.office}</p>
          {stage.overdue === true && (
            <p className="text-sm">
              <StatusMark kind="late">已超过承诺时限</StatusMark>
            </p>
          )}
          {stage.note !== undefined && <div className="mt-1 text-sm">{stage.note}</div>}
        </ThreadNode>
      ))}
    </Thread>
  );
}
