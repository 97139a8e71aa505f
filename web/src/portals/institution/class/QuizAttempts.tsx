import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { dateOf } from "../../../kit/format.ts";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { useToast } from "../../../kit/Toast.tsx";

type Row = Output<Api["quizAttempts"]["ofClass"]>["rows"][number];

/** Learners who used up their attempts at a quiz without passing, with a form to grant more. Renders nothing if there are none. */
export function QuizAttempts({ classId, open }: { classId: string; open: boolean }): ReactElement | null {
  const query = useApi(api.quizAttempts.ofClass, { params: { id: classId } });
  const [granting, setGranting] = useState<Row | null>(null);
  const rows = query.data?.rows.filter((row) => (!row.passed && row.attemptsLeft === 0) || row.grants.length > 0) ?? [];
  if (rows.length === 0) return null;
  return (
    <Card title="练习次数用完的学员">
      <ul className="divide-y divide-line border-y border-line">
        {rows.map((row) => (
          <li key={row.enrolmentId + row.lessonId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
            <span className="num w-10 text-right text-ink-2">{row.seat ?? ""}</span>
            <span className="w-20 font-medium">{row.name}</span>
            <span className="min-w-0 flex-1">
              {row.title}
              <span className="num ml-3 text-sm text-ink-2">
                答了 {row.attempts} 次，最好 {row.bestScore} 分（{row.passScore} 分通过）
                {row.passed ? "，后来通过了" : row.attemptsLeft > 0 ? `，还剩 ${row.attemptsLeft} 次` : ""}
              </span>
              {row.grants.map((grant) => (
                <span key={grant.at} className="num block text-sm text-ink-2">
                  {dateOf(grant.at)} 增加 {grant.attempts} 次：{grant.reason}
                </span>
              ))}
            </span>
            {open && !row.passed && row.attemptsLeft === 0 && (
              <Button variant="secondary" label={`给${row.name}增加次数`} onClick={() => setGranting(row)}>
                增加次数
              </Button>
            )}
          </li>
        ))}
      </ul>
      {granting !== null && <GrantDialog row={granting} onClose={() => setGranting(null)} />}
    </Card>
  );
}

function GrantDialog({ row, onClose }: { row: Row; onClose: () => void }): ReactElement {
  const tell = useToast();
  const grant = useChange(api.quizAttempts.grant, {
    refresh: [api.quizAttempts.ofClass],
    onSuccess: () => {
      tell(`已给${row.name}增加 ${attempts} 次`);
      onClose();
    },
  });
  const form = useForm({
    initial: { attempts: "1", reason: "" },
    rules: contractOf(api.quizAttempts.grant),
    error: grant.error,
  });
  const { attempts, reason } = form.values;
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`增加次数：${row.name}，${row.title}`}
      consequences={[
        "学员会收到通知和您写的原因，可以再答。",
        "已经答过的成绩都保留；增加的次数和原因记录在案，人社部门看得到。",
      ]}
      action={`增加 ${attempts} 次`}
      busy={grant.isPending}
      form={form}
      onConfirm={() =>
        grant.mutate({
          params: { id: row.enrolmentId },
          body: { lessonId: row.lessonId, attempts: Number(attempts), reason: reason.trim() },
        })
      }
    >
      <div className="grid gap-3">
        <FormField name="attempts" label="增加几次">
          <Select
            {...form.bind("attempts")}
            choices={[1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: `${n} 次` }))}
          />
        </FormField>
        <FormField name="reason" label="原因" hint="学员会看到，例如“课后辅导过一次”">
          <TextArea {...form.bind("reason")} rows={2} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
