import { stateKind } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApiPages } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Money } from "../../kit/Money.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { pageOf } from "../../lists/pages.ts";
import { usePolicy } from "./use-policy.ts";

interface ClassClaimsProps {
  training: { id: string; policyId: string; benefit: string; state: string };
  base: string;
  /** Link to the form for the next claim. */
  applyAt: string;
}

/** Claims for a class as a whole, with their states and the link to the next one. */
export function ClassClaims({ training, base, applyAt }: ClassClaimsProps): ReactElement {
  const claims = useApiPages(api.claims.list, { query: { classId: training.id, benefit: training.benefit } }, pageOf);
  const policy = usePolicy(training.policyId);
  const staged = (policy.claiming(training.benefit)?.stages.length ?? 0) > 0;
  const over = training.state === "completed" || training.state === "closed";
  const possible = over || (staged && (training.state === "approved" || training.state === "running"));
  const apply = possible && (
    <Button icon="plus" to={applyAt}>
      申请班级补贴
    </Button>
  );
  return (
    <DataTable
      id="class-claims"
      caption="班级补贴申请"
      unit="笔"
      {...claims}
      rowKey={(row) => row.id}
      href={(row) => `${base}/claims/${row.id}`}
      filters={
        <>
          <h2 className="font-semibold">为整个班申请的补贴</h2>
          {claims.rows.length > 0 && apply}
        </>
      }
      columns={[
        { key: "number", title: "申请编号", render: (row) => <span className="num">{row.number}</span> },
        {
          key: "stage",
          title: "阶段",
          render: (row) => (row.stage === null ? "一次申请" : row.stage === "advance" ? "预拨" : "结算"),
        },
        { key: "on", title: "申请日期", render: (row) => <span className="num">{row.appliedOn}</span> },
        { key: "asked", title: "申请", align: "right", render: (row) => <Fen fen={row.askedFen} /> },
        { key: "approved", title: "核定", align: "right", render: (row) => <Fen fen={row.approvedFen} /> },
        { key: "paid", title: "到账", align: "right", render: (row) => <Fen fen={row.paidFen} /> },
        {
          key: "state",
          title: "状态",
          render: (row) => (
            <StatusMark kind={row.overdue ? "late" : stateKind("claim", row.state)}>{row.stateLabel}</StatusMark>
          ),
        },
        { key: "office", title: "下一步", render: (row) => (row.office === "申请人" ? "本单位" : row.office) },
      ]}
      empty={
        <Empty title="还没有申请" action={apply}>
          {possible
            ? "申请前先试算：能得多少、每个条件满不满足，当场说明。"
            : staged
              ? "开班批准后可以申请预拨，培训结束后按结业人数结算。"
              : "这项补贴按结业人数核算，培训结束、成绩登记完后申请。"}
        </Empty>
      }
    />
  );
}

function Fen({ fen }: { fen: number | null }): ReactElement {
  return fen === null ? <span className="text-ink-3">–</span> : <Money fen={fen} />;
}
