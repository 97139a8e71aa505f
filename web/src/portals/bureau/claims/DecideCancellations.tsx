import type { ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import { call, type Output } from "../../../api/client.ts";
import { formatYuan } from "../../../kit/format.ts";
import { BulkAct } from "../../../lists/BulkAct.tsx";
import { CLAIM_READS } from "./claim-reads.ts";

type Line = Output<Api["cancellations"]["list"]>["rows"][number];

interface DecideCancellationsProps {
  rows: readonly Line[];
  onDone: (left: ReadonlySet<string>) => void;
}

const decide = (agreed: boolean) => (row: Line) =>
  call(api.cancellations.decide, { params: { id: row.id }, body: { agreed } });

/** Agrees to several requested cancellations, or to none of them; never to an own request. */
export function DecideCancellations({ rows, onDone }: DecideCancellationsProps): ReactElement {
  const mine = rows.filter((row) => row.agreed === null && row.mayDecide);
  const fen = mine.reduce((sum, row) => sum + (row.lessFen ?? row.approvedFen ?? 0), 0);
  const shared = {
    rows: mine,
    keyOf: (row: Line) => row.id,
    nameOf: (row: Line) => `${row.claimNumber} ${row.reason}`,
    refresh: [...CLAIM_READS, api.cancellations.list],
    unit: "件",
    onDone,
  };
  return (
    <>
      <BulkAct
        {...shared}
        danger
        act={decide(true)}
        verb="确认撤销"
        title={`确认撤销 ${mine.length} 件`}
        consequences={[
          `涉及 ${formatYuan(fen)} 元：未付的释放回资金来源，占用的次数退回；已付多核定的以您的名义追回。`,
          "逐件办理，申请人会收到通知和理由；没有办成的列出原因，仍然选着。",
        ]}
        said={(done) => `已确认撤销 ${done} 件`}
      />
      <BulkAct
        {...shared}
        act={decide(false)}
        verb="否决"
        title={`否决 ${mine.length} 件撤销`}
        consequences={["申请照常进行，提出撤销的经过保留。"]}
        said={(done) => `已否决 ${done} 件`}
      />
    </>
  );
}
