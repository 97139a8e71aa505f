import type { ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import { call, type Output } from "../../api/client.ts";
import { formatYuan } from "../../kit/format.ts";
import { BulkAct } from "../../lists/BulkAct.tsx";

type Row = Output<Api["claims"]["list"]>["rows"][number];

interface ConfirmManyProps {
  /** Selected claims to confirm. */
  rows: readonly Row[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Confirms many prepared claims one by one; failures are listed with their reasons. */
export function ConfirmMany({ rows, onDone }: ConfirmManyProps): ReactElement {
  const total = rows.reduce((sum, row) => sum + (row.askedFen ?? 0), 0);
  return (
    <BulkAct
      rows={rows}
      keyOf={(row) => row.id}
      nameOf={(row) => `${row.number} ${row.personName ?? ""}`}
      act={(row) => call(api.claims.confirm, { params: { id: row.id }, body: {} })}
      refresh={[api.claims.list, api.homes.enterprise]}
      verb="确认并提交"
      unit="笔"
      title={`确认 ${rows.length} 笔补贴申请`}
      consequences={[
        <>
          逐笔按今天的记录重新判定，共 <strong className="num">{formatYuan(total, { fen: "always" })} 元</strong>
          ，收款方是本单位登记的账户。
        </>,
        "判定有变、不再符合条件的不提交，会列出原因。",
        "人社部门 10 个工作日内初审，之后复审、公示五个工作日、财政拨付；职工本人会收到通知，可以提出异议。",
      ]}
      said={(done) => `已提交初审 ${done} 笔`}
      onDone={onDone}
    />
  );
}
