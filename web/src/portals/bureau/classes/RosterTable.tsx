import { stateKind } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApiPages } from "../../../api/hooks.ts";
import { cx } from "../../../kit/cx.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { pageOf } from "../../../lists/pages.ts";
import { Pager } from "../../../kit/Pager.tsx";
import { Skeleton } from "../../../kit/Skeleton.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";

/** The roster of a class by seat, each name leading to the person's record. */
export function RosterTable({ classId, highlight }: { classId: string; highlight?: string }): ReactElement {
  const roster = useApiPages(api.roster.list, { params: { id: classId }, query: {} }, pageOf);
  if (roster.error !== null) return <ErrorNotice error={roster.error} onRetry={roster.onRetry} />;
  if (roster.isPending) return <Skeleton lines={6} />;
  if (roster.rows.length === 0)
    return <Empty title="名册上还没有人">机构确认报名或导入名册后，学员会出现在这里。</Empty>;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="名册">
      <table className="w-full border-collapse text-left whitespace-nowrap">
        <caption className="sr-only">名册</caption>
        <thead>
          <tr className="border-b border-ink text-sm text-ink-2">
            <th className="py-1 pr-3 text-right font-medium">座号</th>
            <th className="py-1 pr-3 font-medium">姓名</th>
            <th className="py-1 pr-3 font-medium">身份证号</th>
            <th className="py-1 pr-3 font-medium">人群</th>
            <th className="py-1 pr-3 font-medium">镇街</th>
            <th className="py-1 font-medium">状态</th>
          </tr>
        </thead>
        <tbody>
          {roster.rows.map((row) => (
            <tr
              key={row.enrolmentId}
              className={cx("border-b border-line", row.enrolmentId === highlight && "bg-accent-soft")}
            >
              <td className="num py-1 pr-3 text-right text-ink-2">{row.seat ?? "—"}</td>
              <td className="py-1 pr-3">
                <Link to={`/bureau/people/${row.personId}`} className="underline underline-offset-3 hover:text-accent">
                  {row.name}
                </Link>
              </td>
              <td className="num py-1 pr-3 font-mono text-sm">{row.citizenIdMasked}</td>
              <td className="py-1 pr-3">{row.groupLabel ?? "—"}</td>
              <td className="py-1 pr-3">{regionName(row.town)}</td>
              <td className="py-1">
                <StatusMark kind={stateKind("enrolment", row.state)}>{row.stateLabel}</StatusMark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager
        shown={roster.rows.length}
        unit="人"
        hasMore={roster.hasMore}
        busy={roster.isLoadingMore}
        onMore={roster.onMore}
      />
    </div>
  );
}
