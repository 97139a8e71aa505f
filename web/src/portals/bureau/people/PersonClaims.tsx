import { stateKind } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApiPages } from "../../../api/hooks.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Money } from "../../../kit/Money.tsx";
import { pageOf } from "../../../lists/pages.ts";
import { RecordList } from "../../../kit/RecordList.tsx";
import { Skeleton } from "../../../kit/Skeleton.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import type { PersonRecord } from "./person-record.ts";

/** The person's claims, wherever they stand. */
export function PersonClaims({ person }: { person: PersonRecord["person"] }): ReactElement {
  const claims = useApiPages(api.claims.list, { query: { personId: person.id, limit: 100 } }, pageOf);
  if (claims.error !== null) return <ErrorNotice error={claims.error} onRetry={claims.onRetry} />;
  if (claims.isPending) return <Skeleton lines={4} />;
  if (claims.rows.length === 0) return <Empty title="没有补贴申请">取得证书后，平台自动生成可以享受的补贴申请。</Empty>;
  return (
    <RecordList
      caption="补贴申请"
      rows={claims.rows}
      rowKey={(row) => row.id}
      href={(row) => `/bureau/claims/${row.id}`}
      columns={[
        {
          key: "number",
          title: "申请编号",
          onPhone: "title",
          render: (row) => <span className="num">{row.number}</span>,
        },
        { key: "benefit", title: "补贴", render: (row) => row.benefitName },
        { key: "class", title: "培训班", render: (row) => row.className ?? "—" },
        { key: "applied", title: "申请日期", render: (row) => <span className="num">{row.appliedOn}</span> },
        {
          key: "state",
          title: "状态",
          render: (row) => <StatusMark kind={stateKind("claim", row.state, "office")}>{row.stateLabel}</StatusMark>,
        },
        {
          key: "amount",
          title: "金额",
          align: "right",
          onPhone: "aside",
          render: (row) => <Money fen={row.paidFen ?? row.approvedFen ?? row.askedFen ?? 0} exact />,
        },
      ]}
    />
  );
}
