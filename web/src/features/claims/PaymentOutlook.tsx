import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { Card } from "../../kit/Card.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { Money } from "../../kit/Money.tsx";

/** Of a claim that waits for its money: its place in line, what the source has, and the day it is expected on, with the rule. */
export function PaymentOutlook({ claimId, state }: { claimId: string; state: string }): ReactElement | null {
  const { data } = useApi(api.payables.outlook, { params: { id: claimId } }, { enabled: state === "payable" });
  if (state !== "payable" || !data?.line) return null;
  const { line } = data;
  return (
    <Card title="什么时候到账">
      <FactList
        facts={[
          { label: "预计到账", value: <span className="num">{line.expectedOn ?? "还不能确定"}</span> },
          {
            label: "排队位置",
            value: (
              <span className="num">
                第 {line.place} 位，共 {line.of} 件
              </span>
            ),
          },
          { label: "前面的申请合计", value: <Money fen={line.aheadFen} exact /> },
          { label: `${line.sourceName}可付的钱`, value: <Money fen={line.freeFen} exact /> },
        ]}
      />
      <p className="mt-2 text-sm text-ink-2">{line.said}按公示结束的先后排队，同一天的按申请编号。</p>
    </Card>
  );
}
