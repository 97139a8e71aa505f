import { stateKind } from "@jinengtong/words";
import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { CheckAgainButton } from "../../../features/claims/CheckAgainButton.tsx";
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
  return (
    <div className="grid justify-items-start gap-3">
      <CheckAgainButton personId={person.id} />
      {claims.rows.length === 0 ? (
        <Empty title="没有补贴申请">取得证书后，平台自动生成可以享受的补贴申请。</Empty>
      ) : (
        <ClaimRows rows={claims.rows} />
      )}
    </div>
  );
}

type Claim = Output<Api["claims"]["list"]>["rows"][number];

function ClaimRows({ rows }: { rows: readonly Claim[] }): ReactElement {
  return (
    <RecordList
      caption="补贴申请"
      rows={rows}
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
