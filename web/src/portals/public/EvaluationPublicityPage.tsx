import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { projectLabel } from "../../features/occupations/levels.ts";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";

/** Results of evaluations under publicity: masked names, passed or not. */
export default function EvaluationPublicityPage(): ReactElement {
  const shown = useApi(api.evaluationBatches.publicity, {});
  return (
    <Page
      title="技能认定成绩公示"
      intro="成绩先公示，公示期满、异议都答复以后才发证。考生本人登录后可以看到分数、提出异议。"
      width="wide"
    >
      <QueryView
        query={shown}
        lines={6}
        isEmpty={({ batches }) => batches.length === 0}
        empty={<Empty title="现在没有公示中的认定成绩">评价机构确定成绩后在这里公示，至少五个工作日。</Empty>}
      >
        {({ batches }) => (
          <div className="grid gap-4">
            {batches.map((batch) => (
              <Card
                key={batch.id}
                title={projectLabel(batch.occupationName, batch.level)}
                action={<span className="num text-sm text-ink-2">{batch.number}</span>}
              >
                <p className="text-ink-2">
                  {batch.organisationName}，<span className="num">{batch.examOn}</span> 考试，公示{" "}
                  <span className="num">{batch.startsOn}</span> 至 <span className="num">{batch.endsOn}</span>
                </p>
                <ul className="mt-3 grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
                  {batch.rows.map((row) => (
                    <li
                      key={row.ticketEnd}
                      className="flex items-baseline justify-between gap-2 border-b border-line pb-1"
                    >
                      <span>
                        {row.name} <span className="num text-sm text-ink-2">…{row.ticketEnd}</span>
                      </span>
                      <StatusMark kind={row.passed ? "done" : "ended"}>{row.passed ? "合格" : "不合格"}</StatusMark>
                    </li>
                  ))}
                </ul>
              </Card>
            ))}
          </div>
        )}
      </QueryView>
    </Page>
  );
}
