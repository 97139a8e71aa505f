import type { Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { cx } from "../../kit/cx.ts";
import { dateOf, formatInstant, formatNumber, timeOf } from "../../kit/format.ts";
import { ScrollArea } from "../../kit/ScrollArea.tsx";

export type Mark = Output<Api["trace"]["marks"]>["rows"][number];

const methods: Record<Mark["method"], string> = { code: "扫签到码", "roll-call": "老师点名", correction: "更正" };
const heads = ["课次", "内容", "标记", "怎么记的", "记于", "计入课时"] as const;

/** Every mark that was ever made, superseded ones struck through. */
export function MarkTable({ marks, chosen }: { marks: readonly Mark[]; chosen: string | null }): ReactElement {
  return (
    <ScrollArea label="逐条考勤">
      <table className="w-full text-left max-md:min-w-[44rem]">
        <caption className="sr-only">逐条考勤</caption>
        <thead>
          <tr className="border-b border-ink text-sm text-ink-2">
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className={cx("py-1 pr-4 font-medium whitespace-nowrap", head === "计入课时" && "pr-0 text-right")}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {marks.map((mark) => (
            <tr
              key={mark.id}
              id={`mark-${mark.id}`}
              className={cx(
                "border-b border-line align-top last:border-0",
                mark.sessionId === chosen && "bg-accent-soft",
              )}
            >
              <th scope="row" className="num py-1 pr-4 font-normal whitespace-nowrap">
                {dateOf(mark.startsAt)} {timeOf(mark.startsAt)}–{timeOf(mark.endsAt)}
              </th>
              <td className="py-1 pr-4">
                {mark.topic}
                <span className="ml-2 text-sm text-ink-3">
                  {mark.teacher} · {mark.room}
                  {mark.cancelled && " · 已取消的课"}
                </span>
              </td>
              <td className="py-1 pr-4 whitespace-nowrap">
                {mark.inForce ? (
                  <strong className="font-medium whitespace-nowrap">{mark.markLabel}</strong>
                ) : (
                  <s>{mark.markLabel}</s>
                )}
                {!mark.inForce && <span className="ml-1 text-sm text-ink-3">已被更正</span>}
              </td>
              <td className="num py-1 pr-4">
                {methods[mark.method]}
                <span className="ml-2 text-sm text-ink-3">
                  {mark.device !== null && (
                    <>
                      设备 <code className="font-mono">{mark.device}</code>{" "}
                    </>
                  )}
                  {[mark.metresAway === null ? "" : `距教室 ${formatNumber(mark.metresAway)} 米`, mark.reason ?? ""]
                    .filter((part) => part !== "")
                    .join(" · ")}
                </span>
              </td>
              <td className="num py-1 pr-4 whitespace-nowrap text-ink-2">{formatInstant(mark.at)}</td>
              <td className="num py-1 text-right">{formatNumber(mark.creditedHours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
