import { api, type Api } from "../../../api/api.ts";
import { useCallback, useState, type ReactElement } from "react";
import { useApi, useReadAhead } from "../../../api/hooks.ts";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { dateOf } from "../../../kit/format.ts";
import { Money } from "../../../kit/Money.tsx";
import { given, useFilters } from "../../../lists/use-filters.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { useList } from "../../../lists/use-list.ts";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { lateDays } from "../../../lists/queue/late-days.ts";
import { BatchDrawDialog } from "./BatchDrawDialog.tsx";
import { ClaimCase } from "./ClaimCase.tsx";
import { OwnReviewNotice } from "./OwnReviewNotice.tsx";
import { ReviewActions } from "./ReviewActions.tsx";
import { ReviewFilters, type ReviewFilterValues } from "./ReviewFilters.tsx";

type Line = Output<Api["claims"]["list"]>["rows"][number];

const FILTERS = ["reviewable", "overdue", "held", "policy", "benefit", "organisationId", "outcome", "q"] as const;

/** Queue of one review round: the case beside the list, decided by key, then the next one. */
export function ReviewQueue({ round }: { round: 1 | 2 }): ReactElement {
  const [values, setValues] = useFilters(FILTERS);
  const [drawing, setDrawing] = useState(false);
  const query = { ...(given(values) as ReviewFilterValues), state: round === 1 ? "submitted" : "first-passed" };
  const list = useList(api.claims.list, { usual: "dueOn", query, limit: 50, exportAs: "补贴申请.xlsx" });
  const counted = useApi(api.claims.list, { query: { ...query, limit: 1 } });
  const ahead = useReadAhead();
  const readAhead = useCallback(
    (id: string) => {
      ahead(api.claims.show, { params: { id } });
      ahead(api.anomalies.ofClaim, { params: { id } });
    },
    [ahead],
  );
  useHotkeys({ b: () => setDrawing(true) });
  return (
    <>
      <CaseQueue
        readAhead={readAhead}
        title={round === 1 ? "补贴初审" : "补贴复审"}
        filters={<ReviewFilters round={round} values={values} onChange={setValues} />}
        list={list}
        orders={[
          ["dueOn", "先到期在前"],
          ["-approvedFen", "金额大在前"],
          ["appliedOn", "先申请在前"],
          ["number", "按申请编号"],
        ]}
        item={itemOf}
        unit="笔"
        total={counted.data?.total}
        emptyTitle={
          FILTERS.some((name) => values[name] !== "")
            ? "没有符合筛选的申请"
            : round === 1
              ? "没有待初审的申请"
              : "没有待复审的申请"
        }
        emptyText={
          round === 1
            ? "申请人确认后的补贴申请会出现在这里，先到期的在前。也可以放宽左侧的筛选。"
            : "初审通过的申请会出现在这里，由初审人以外的人员复审。也可以放宽左侧的筛选。"
        }
        keys={[
          ["p", "通过"],
          ["r", "退回"],
          ["x", "不予"],
          ["1–7", "证据"],
          ["b", "批量"],
          ["/", "查找"],
        ]}
        below={
          <div className="pt-3">
            <Button variant="secondary" block hotkey="b" onClick={() => setDrawing(true)}>
              批量审核
            </Button>
          </div>
        }
      >
        {(id, _row, done) => (
          <ClaimCase
            id={id}
            renderActions={(claim) => <ReviewActions claim={claim} onDone={done} />}
            renderNotice={(claim) => <OwnReviewNotice claim={claim} />}
          />
        )}
      </CaseQueue>
      {drawing && <BatchDrawDialog round={round} filters={given(values)} onClose={() => setDrawing(false)} />}
    </>
  );
}

const itemOf = (line: Line): QueueItem => ({
  key: line.id,
  title: line.personName ?? line.organisationName ?? line.number,
  detail: `${line.benefitName}${line.className === null ? "" : ` · ${line.className}`}`,
  aside: <Money fen={line.askedFen ?? 0} />,
  who: `${line.number}　${(line.submittedAt === null ? line.appliedOn : dateOf(line.submittedAt)).slice(5)} 提交`,
  due: line.dueOn,
  ...(line.held ? { flag: "疑点暂缓" } : {}),
  overdueDays: line.overdue ? Math.max(1, lateDays(line.dueOn)) : 0,
});
