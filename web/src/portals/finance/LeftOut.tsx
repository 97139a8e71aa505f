import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { RecordList } from "../../kit/RecordList.tsx";

export type MadeBatch = Output<Api["batches"]["make"]>;

/** Names the claims that stayed out of a new batch, each with its reason. */
export function LeftOut({ batch, onClose }: { batch: MadeBatch; onClose: () => void }): ReactElement {
  const navigate = useNavigate();
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`${batch.leftOut.length} 笔没有编入批次 ${batch.number}`}
      consequences={["它们仍在待拨付；原因处理完后可以再编批。"]}
      action="打开新批次"
      busy={false}
      onConfirm={() => void navigate(`/finance/batches/${batch.id}`)}
    >
      <RecordList
        caption="没有编入的申请"
        rows={batch.leftOut}
        rowKey={(row) => row.number}
        columns={[
          { key: "number", title: "申请编号", render: (row) => <span className="num">{row.number}</span> },
          { key: "reason", title: "原因", render: (row) => row.reason },
        ]}
      />
    </ConfirmSheet>
  );
}
