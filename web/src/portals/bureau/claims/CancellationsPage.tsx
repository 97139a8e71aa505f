import { api, type Api } from "../../../api/api.ts";
import { OFFICE_DAYS } from "@jinengtong/standards";
import type { ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { dateOf, formatYuan } from "../../../kit/format.ts";
import { Money } from "../../../kit/Money.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { FilterList } from "../../../kit/staff/FilterList.tsx";
import { useList } from "../../../lists/use-list.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { waitingSince } from "../../../lists/queue/late-days.ts";
import { CancellationNotice } from "./CancellationNotice.tsx";
import { ClaimCase } from "./ClaimCase.tsx";
import { ProgrammeFilter } from "../../../features/programmes/ProgrammeFilter.tsx";
import { DecideCancellations } from "./DecideCancellations.tsx";

type Line = Output<Api["cancellations"]["list"]>["rows"][number];

/** Requested cancellations, longest wait first, with the claim; another officer agrees or not. */
export default function CancellationsPage(): ReactElement {
  const [filters, , bind] = useFilters(["open", "mine", "policy"]);
  const open = filters.open === "false" ? "false" : "true";
  const list = useList(api.cancellations.list, {
    usual: "askedAt",
    filters: { open, policy: filters.policy },
    exportAs: "撤销申请.xlsx",
  });
  const rows = list.rows.filter((row) => filters.mine !== "true" || row.mayDecide);
  const fen = rows.reduce((sum, row) => sum + (row.lessFen ?? row.approvedFen ?? 0), 0);
  return (
    <CaseQueue
      title="撤销"
      list={{ ...list, rows }}
      orders={[
        ["askedAt", "先提出在前"],
        ["-askedAt", "新提出在前"],
        ["-approvedFen", "金额大在前"],
        ["claimNumber", "按申请编号"],
      ]}
      item={itemOf}
      renderBulk={(chosen, onDone) => <DecideCancellations rows={chosen} onDone={onDone} />}
      unit="件"
      emptyTitle={open === "true" ? "没有待确认的撤销" : "还没有办过撤销"}
      emptyText="已核定的申请发现有误时，在申请页面提出撤销，由另一位审核人员在这里确认或否决；确认前不会拨付。"
      keys={[
        ["a", "确认撤销"],
        ["n", "否决"],
      ]}
      {...(rows.length > 0
        ? { below: <p className="num pt-3 text-sm text-ink-2">涉及核定金额 {formatYuan(fen)} 元</p> }
        : {})}
      filters={
        <div className="max-xl:flex max-xl:gap-8">
          <FilterList
            title="状态"
            {...bind("open", "true")}
            options={[
              { key: "true", title: "待确认" },
              { key: "false", title: "已处理" },
            ]}
          />
          {open === "true" && (
            <FilterList
              title="范围"
              {...bind("mine")}
              options={[
                { key: "", title: "全部" },
                { key: "true", title: "我可以确认的" },
              ]}
            />
          )}
          <ProgrammeFilter titled {...bind("policy")} />
        </div>
      }
    >
      {(_key, row) =>
        row === undefined ? (
          <Notice title="这件撤销不在列表中">可能已由他人处理，可在左侧“已处理”里查看。</Notice>
        ) : (
          <ClaimCase id={row.claimId} renderNotice={(claim) => <CancellationNotice claim={claim} />} />
        )
      }
    </CaseQueue>
  );
}

const itemOf = (line: Line): QueueItem => ({
  key: line.id,
  title: line.claimNumber,
  detail: line.reason,
  aside: <Money fen={line.lessFen ?? line.approvedFen ?? 0} />,
  who: `${line.askedBy}　${dateOf(line.askedAt).slice(5)} 提出${line.agreed === null ? "" : line.agreed ? "，已撤销" : "，已否决"}`,
  ...waitingSince(line.askedAt, OFFICE_DAYS.cancellation, line.agreed !== null),
});
