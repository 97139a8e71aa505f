import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { Card } from "../../kit/Card.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";

/** 我接下来能考什么: levels and titles that follow one's certificates, and from which day. */
export function CareerSteps(): ReactElement | null {
  const { data } = useApi(api.careerSteps.mine, {});
  if (data === undefined || data.steps.length === 0) return null;
  return (
    <Card title="我接下来能考什么">
      <ul className="divide-y divide-line">
        {data.steps.map((step) => (
          <li key={`${step.title} ${step.from}`} className="grid gap-1 py-3">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium">{step.title}</span>
              {step.open ? (
                <StatusMark kind="turn">按证书日期已可申报</StatusMark>
              ) : (
                <StatusMark kind="waiting">{`${step.askableFrom} 起可以申报`}</StatusMark>
              )}
            </span>
            <span className="text-ink-2">{step.conditions}</span>
            <span className="text-sm text-ink-3">
              凭 {step.from}。{step.source}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
