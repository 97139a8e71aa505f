import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant, formatYuan } from "../../../kit/format.ts";
import { Money } from "../../../kit/Money.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { ReasonDialog } from "../../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ListDecisionDialog } from "./ListDecisionDialog.tsx";
import { listRefresh } from "./list-refresh.ts";
import type { TrainingClass } from "../../../features/classes/training-class.ts";
import type { ListHead } from "./list-head.ts";
import type { DataColumn } from "../../../lists/column.ts";

type Row = Output<Api["subsidyLists"]["show"]>["rows"][number];

const outcomes = {
  granted: { kind: "done", word: "符合条件" },
  refused: { kind: "refused", word: "不符合" },
  incomplete: { kind: "late", word: "材料还缺" },
} as const;

const FAILED = { exam: "考核不合格", "not-completed": "未结业" } as const;

interface SubsidyListProps {
  training: TrainingClass;
  list: ListHead;
  /** It can still be adjusted. */
  open: boolean;
}

/** One generation of the list by learner: verdict, amount, listed or not and why. */
export function SubsidyList({ training, list, open }: SubsidyListProps): ReactElement {
  const detail = useApi(api.subsidyLists.show, { params: { id: list.id } });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [adjusting, setAdjusting] = useState<"on" | "off" | null>(null);
  const [explaining, setExplaining] = useState<Row | null>(null);
  const tell = useToast();
  const adjust = useChange(api.subsidyLists.adjust, {
    refresh: listRefresh,
    onSuccess: (next) => {
      setAdjusting(null);
      setChosen(new Set());
      tell(`已调整并生成第 ${next.version} 次清单`);
    },
  });

  const columns: DataColumn<Row>[] = [
    { key: "name", title: "姓名", render: (row) => <span className="font-medium">{row.personName}</span> },
    { key: "id", title: "身份证号", render: (row) => <span className="num">{row.citizenIdMasked}</span> },
    {
      key: "outcome",
      title: "判定",
      render: (row) => {
        const { kind, word } = row.failed === null ? outcomes[row.outcome] : outcomes.refused;
        return <StatusMark kind={kind}>{row.failed === null ? word : `${word}：${FAILED[row.failed]}`}</StatusMark>;
      },
    },
    {
      key: "included",
      title: "清单",
      render: (row) =>
        row.included ? <StatusMark kind="done">列入</StatusMark> : <StatusMark kind="ended">未列入</StatusMark>,
    },
    {
      key: "amount",
      title: "补贴金额",
      align: "right",
      render: (row) => (row.included ? <Money fen={row.amountFen} exact /> : <span className="text-ink-3">–</span>),
    },
    { key: "because", title: "调整理由", render: (row) => row.adjustedBecause ?? "" },
    {
      key: "act",
      title: "依据",
      render: (row) => (
        <RowAct label={`${row.personName} 的判定条件`} onClick={() => setExplaining(row)}>
          看条件
        </RowAct>
      ),
    },
  ];

  return (
    <QueryView query={detail} lines={10}>
      {(data) => {
        const picked = data.rows.filter((row) => chosen.has(row.enrolmentId));
        const canOff = picked.length > 0 && picked.every((row) => row.included);
        const canOn = picked.length > 0 && picked.every((row) => !row.included && row.outcome === "granted");
        return (
          <>
            <dl className="num flex flex-wrap items-baseline gap-x-10 gap-y-2">
              <Total label="列入" value={`${data.list.people}`} unit="人" />
              <Total label="合计" value={formatYuan(data.list.totalFen, { fen: "always" })} unit="元" />
              <Total label="未列入" value={String(data.rows.length - data.list.people)} unit="人" />
              <Total label="生成于" value={formatInstant(data.list.generatedAt)} unit="" />
            </dl>
            <DataTable
              id="subsidy-list"
              caption={`第 ${data.list.version} 次补贴清单`}
              unit="人"
              columns={columns}
              rows={data.rows}
              rowKey={(row) => row.enrolmentId}
              exportTo={{
                path: `/api/v1/subsidy-lists/${list.id}/export`,
                name: `补贴名单-第${data.list.version}次.xlsx`,
              }}
              filters={
                <span className="text-ink-2">
                  {open ? "选中学员可以调出或调回，须写理由。不符合条件的不能列入。" : "这一次清单只能看。"}
                </span>
              }
              {...(open
                ? {
                    selection: { keys: chosen, onChange: setChosen },
                    selectionActions: (
                      <>
                        <Button variant="secondary" disabled={!canOff} onClick={() => setAdjusting("off")}>
                          调出清单
                        </Button>
                        <Button variant="secondary" disabled={!canOn} onClick={() => setAdjusting("on")}>
                          调回清单
                        </Button>
                      </>
                    ),
                  }
                : {})}
              empty={<Empty title="清单里没有学员" />}
            />
            <ReasonDialog
              open={adjusting !== null}
              onClose={() => setAdjusting(null)}
              title={`把 ${picked.length} 人${adjusting === "off" ? "调出" : "调回"}清单`}
              consequences={[
                `${picked
                  .slice(0, 5)
                  .map((row) => row.personName)
                  .join(
                    "、",
                  )}${picked.length > 5 ? " 等" : ""} ${adjusting === "off" ? "不再列入" : "重新列入"}清单，金额 ${formatYuan(
                  picked.reduce((sum, row) => sum + row.amountFen, 0),
                )} 元。`,
                `按现在的记录重新生成第 ${data.list.version + 1} 次清单，以前的调整保留。`,
              ]}
              action={adjusting === "off" ? "调出并重新生成" : "调回并重新生成"}
              rules={{ reason: contractOf(api.subsidyLists.adjust)["adjustments/#/reason"] ?? {} }}
              readBy="人社部门审核时会看到。"
              busy={adjust.isPending}
              error={adjust.error}
              onConfirm={({ text }) =>
                adjust.mutate({
                  params: { id: list.id },
                  body: {
                    adjustments: picked.map((row) => ({
                      enrolmentId: row.enrolmentId,
                      included: adjusting === "on",
                      reason: text,
                    })),
                  },
                })
              }
            />
            {explaining !== null && (
              <ListDecisionDialog
                listId={list.id}
                enrolmentId={explaining.enrolmentId}
                name={explaining.personName}
                policyId={training.policyId}
                onClose={() => setExplaining(null)}
              />
            )}
          </>
        );
      }}
    </QueryView>
  );
}

function Total({ label, value, unit }: { label: string; value: string; unit: string }): ReactElement {
  return (
    <div className="flex items-baseline gap-2">
      <dt className="text-ink-2">{label}</dt>
      <dd>
        <span className="text-xl font-semibold">{value}</span>
        <span className="ml-1 text-ink-2">{unit}</span>
      </dd>
    </div>
  );
}
