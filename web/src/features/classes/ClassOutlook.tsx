import type { ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Money } from "../../kit/Money.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RecordList } from "../../kit/RecordList.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";

type Outlook = Output<Api["claims"]["classOutlook"]>;
type Learner = Outlook["learners"][number];

const WORDS = {
  granted: { kind: "done", word: "可以享受" },
  missing: { kind: "turn", word: "还缺资料" },
  refused: { kind: "refused", word: "不符合" },
} as const;
const ORDER = ["refused", "missing", "granted"] as const;

/** 补贴预看: who will get what after the class, what is missing and who supplies it, while there is still time. */
export function ClassOutlook({ classId }: { classId: string }): ReactElement | null {
  const outlook = useApi(api.claims.classOutlook, { params: { id: classId } });
  if (outlook.data?.learners.length === 0) return null;
  return (
    <Card
      title="补贴预看"
      tone={(outlook.data?.refused ?? 0) + (outlook.data?.missing ?? 0) > 0 ? "turn" : "plain"}
      action={
        <Button variant="quiet" icon="refresh" busy={outlook.isFetching} onClick={() => void outlook.refetch()}>
          刷新
        </Button>
      }
    >
      <QueryView query={outlook} lines={4}>
        {(data) => (
          <>
            <p className="num mb-2 text-ink-2">
              {`“${data.benefit}”，按到 ${data.asOf} 的记录、学完并取得证书预看：${data.granted} 人可以享受，${data.missing} 人还缺资料，${data.refused} 人不符合。缺的由管名册的部门导入或登记，不用等到结业。`}
            </p>
            <RecordList
              caption="补贴预看"
              rows={ORDER.flatMap((kind) => data.learners.filter((learner) => learner.outlook === kind))}
              rowKey={(row) => row.personId}
              columns={[
                { key: "name", title: "姓名", onPhone: "title", render: (row) => row.name },
                { key: "group", title: "人员类别", render: groupWords },
                {
                  key: "outlook",
                  title: "预看",
                  onPhone: "aside",
                  render: (row) => <StatusMark kind={WORDS[row.outlook].kind}>{WORDS[row.outlook].word}</StatusMark>,
                },
                { key: "why", title: "还缺什么、由谁提供", render: (row) => <Why learner={row} /> },
                {
                  key: "amount",
                  title: "金额",
                  align: "right",
                  render: (row) => (row.amountFen === null ? "–" : <Money fen={row.amountFen} exact />),
                },
              ]}
            />
          </>
        )}
      </QueryView>
    </Card>
  );
}

const groupWords = (row: Learner): string =>
  row.confirmedGroups.length > 0
    ? row.confirmedGroups.join("、")
    : row.groupLabel === null
      ? "没有登记"
      : `${row.groupLabel}（没有确认）`;

function Why({ learner }: { learner: Learner }): ReactElement {
  if (learner.reasons.length + learner.missing.length === 0) return <>–</>;
  return (
    <ul>
      {learner.reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
      {learner.missing.map((fact) => (
        <li key={fact.path}>
          {fact.label}
          {fact.suppliers.length > 0 && <span className="text-ink-2">，由{fact.suppliers.join("、")}提供</span>}
        </li>
      ))}
    </ul>
  );
}
