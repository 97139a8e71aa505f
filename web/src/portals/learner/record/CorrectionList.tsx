import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { dateOf } from "../../../kit/format.ts";
import { StatusMark, type StatusKind } from "../../../kit/StatusMark.tsx";
import { useToast } from "../../../kit/Toast.tsx";

type Row = Output<Api["corrections"]["mine"]>["rows"][number];

const kinds: Record<Row["state"], StatusKind> = {
  asked: "doing",
  accepted: "done",
  declined: "refused",
  withdrawn: "ended",
};

/** The person's requests for correction with the answers, newest first. */
export function CorrectionList({ rows }: { rows: readonly Row[] }): ReactElement {
  const tell = useToast();
  const withdraw = useChange(api.corrections.withdraw, {
    refresh: [api.corrections.mine],
    onSuccess: () => tell("已撤回"),
  });
  return (
    <Card title="我提出的更正">
      {withdraw.error !== null && <ErrorNotice error={withdraw.error} />}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.id} className="grid gap-1 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{row.label}</span>
              <StatusMark kind={kinds[row.state]}>{row.stateLabel}</StatusMark>
            </p>
            <p>{row.wish}</p>
            <p className="num text-sm text-ink-2">
              {dateOf(row.askedAt)} 提出{row.hasEvidence && "，附了证明"}
            </p>
            {row.answer !== null && (
              <p className="rounded-md bg-paper px-3 py-2">
                <span className="num text-sm text-ink-2">
                  {row.decidedAt !== null && `${dateOf(row.decidedAt)} `}答复：
                </span>
                {row.answer}
              </p>
            )}
            {row.state === "asked" && (
              <div>
                <Button
                  variant="quiet"
                  label={`撤回对${row.label}的更正`}
                  busy={withdraw.isPending}
                  onClick={() => withdraw.mutate({ params: { id: row.id } })}
                >
                  撤回
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
