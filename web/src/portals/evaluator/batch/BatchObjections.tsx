import { stateKind, stateWord } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { type Batch, type Way, WAYS } from "../../../features/evaluations/words.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

/** Objections to results of this batch; an upheld one is corrected here before certificates. */
export function BatchObjections({ batch }: { batch: Batch }): ReactElement {
  const [correcting, setCorrecting] = useState<string | null>(null);
  return (
    <Card title="成绩异议" level={3}>
      <ul className="grid gap-3">
        {batch.objections.map((one) => (
          <li key={one.id} className="grid gap-1">
            <span className="flex flex-wrap items-baseline gap-2">
              <span className="num text-ink-2">{one.ticket}</span>
              <StatusMark kind={stateKind("evaluation-objection", one.state)}>
                {stateWord("evaluation-objection", one.state).label}
              </StatusMark>
            </span>
            <span>{one.text}</span>
            {one.answer !== null && <span className="text-ink-2">答复：{one.answer}</span>}
            {one.state === "upheld" && batch.state === "publicised" && (
              <span>
                <Button variant="secondary" onClick={() => setCorrecting(one.id)}>
                  更正评分
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {correcting !== null && <CorrectDialog batch={batch} id={correcting} onClose={() => setCorrecting(null)} />}
    </Card>
  );
}

function CorrectDialog({ batch, id, onClose }: { batch: Batch; id: string; onClose: () => void }): ReactElement {
  const tell = useToast();
  const correct = useChange(api.evaluationObjections.correct, {
    refresh: [api.evaluationBatches.show, api.evaluationCandidates.list],
    onSuccess: ({ passed }) => {
      tell(`已更正，结果为${passed ? "合格" : "不合格"}`);
      onClose();
    },
  });
  const form = useForm({
    initial: { subject: (batch.ways[0] ?? "theory") as Way, from: "", to: "", reason: "" },
    rules: { reason: contractOf(api.evaluationObjections.correct)["reason"] ?? {} },
    error: correct.error,
  });
  const { subject, from, to, reason } = form.values;
  return (
    <Dialog
      open
      onClose={onClose}
      title="按异议更正评分"
      footer={
        <FormFooter
          form={form}
          action="更正"
          busy={correct.isPending}
          onConfirm={() =>
            correct.mutate({
              params: { id },
              body: { subject, scores: [{ from: Number(from), to: Number(to) }], reason },
            })
          }
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="subject" label="科目">
          <Select
            {...form.bind("subject")}
            onChange={(value) => form.set({ subject: value as Way })}
            choices={batch.ways.map((value) => ({ value, label: WAYS[value] }))}
          />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="from" label="原来的分数">
            <Input inputMode="decimal" unit="分" {...form.bind("from")} />
          </FormField>
          <FormField name="to" label="更正为">
            <Input inputMode="decimal" unit="分" {...form.bind("to")} />
          </FormField>
        </div>
        <FormField name="reason" label="更正理由" hint="原分数保留在记录里">
          <TextArea rows={3} {...form.bind("reason")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
