import { stateKind } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApiPages } from "../../../api/hooks.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Money } from "../../../kit/Money.tsx";
import { pageOf } from "../../../lists/pages.ts";
import { Pager } from "../../../kit/Pager.tsx";
import { RecordList } from "../../../kit/RecordList.tsx";
import { Skeleton } from "../../../kit/Skeleton.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";

/** Claims of the class, and their sum. */
export function ClassMoney({ classId }: { classId: string }): ReactElement {
  const claims = useApiPages(api.claims.list, { query: { classId, limit: 200 } }, pageOf);
  if (claims.error !== null) return <ErrorNotice error={claims.error} onRetry={claims.onRetry} />;
  if (claims.isPending) return <Skeleton lines={6} />;
  if (claims.rows.length === 0) return <Empty title="还没有补贴申请">学员结业取得证书后，平台自动生成申请。</Empty>;
  const sum = (of: (row: (typeof claims.rows)[number]) => number | null) =>
    claims.rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  const figures = [
    { label: "申请", fen: sum((row) => row.askedFen) },
    { label: "核定", fen: sum((row) => row.approvedFen) },
    { label: "已付", fen: sum((row) => row.paidFen) },
  ];
  return (
    <div className="grid gap-4">
      <dl className="flex flex-wrap gap-x-10 gap-y-2">
        {figures.map((one) => (
          <div key={one.label}>
            <dt className="text-sm text-ink-3">{one.label}</dt>
            <dd>
              <Money fen={one.fen} size="large" />
            </dd>
          </div>
        ))}
      </dl>
      <RecordList
        caption="这个班的补贴申请"
        rows={claims.rows}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/claims/${row.id}`}
        columns={[
          { key: "number", title: "申请编号", render: (row) => <span className="num">{row.number}</span> },
          {
            key: "who",
            title: "申请人",
            onPhone: "title",
            render: (row) => row.personName ?? row.organisationName ?? "—",
          },
          { key: "benefit", title: "补贴", render: (row) => row.benefitName },
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
      <Pager
        shown={claims.rows.length}
        unit="笔"
        hasMore={claims.hasMore}
        busy={claims.isLoadingMore}
        onMore={claims.onMore}
      />
    </div>
  );
}
