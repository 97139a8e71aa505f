import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { call } from "../../api/client.ts";
import { contractOf } from "../../api/contract.ts";
import { FormField, needing, useForm } from "../../kit/form.tsx";
import { formatYuan } from "../../kit/format.ts";
import { Select } from "../../kit/Select.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { BulkAct } from "../../lists/BulkAct.tsx";
import { CLAWBACK_READS, clawbackEnds, endAsked, endReasons, type Clawback } from "./clawback-ends.ts";

interface ClawbacksManyProps {
  /** Chosen demands. */
  rows: readonly Clawback[];
  onDone: (left: ReadonlySet<string>) => void;
}

const sumOf = (rows: readonly Clawback[]) =>
  `${formatYuan(rows.reduce((sum, { amountFen }) => sum + amountFen, 0))} 元`;

const decide = (agreed: boolean) => (row: Clawback) =>
  call(api.clawbacks.decideEnd, { params: { id: row.id }, body: { agreed } });

/** Ends several demands: asked for by one officer, agreed to or not by another who asked for none of them. */
export function ClawbacksMany({ rows, onDone }: ClawbacksManyProps): ReactElement {
  const open = rows.filter((row) => row.state === "demanded");
  const free = open.filter((row) => row.ending === null);
  const waiting = open.filter((row) => row.ending?.mayDecide === true);
  const shared = {
    keyOf: (row: Clawback) => row.id,
    nameOf: (row: Clawback) => `${row.claimNumber} ${row.payeeName}`,
    refresh: CLAWBACK_READS,
    unit: "件",
    onDone,
  };
  const rules = contractOf(api.clawbacks.end);
  const form = useForm({ initial: { kind: "", reason: "" }, rules: needing(rules, "kind", "reason") });
  return (
    <>
      <BulkAct
        {...shared}
        danger
        rows={free}
        act={({ id }) =>
          call(api.clawbacks.end, {
            params: { id },
            body: {
              as: form.values.kind === "written-off" ? "written-off" : "cancelled",
              reason: form.values.reason.trim(),
            },
          })
        }
        verb="提出结束"
        title="结束所选的追回"
        consequences={[endAsked(sumOf(free))]}
        said={(done) => `已提出 ${done} 件，等另一位人员决定`}
        form={form}
      >
        <div className="grid gap-3">
          <FormField name="kind" label="原因">
            <Select {...form.bind("kind")} choices={endReasons} placeholder="请选择" />
          </FormField>
          <FormField name="reason" label="说明" hint="决定的人和审计可以看到这段话">
            <TextArea {...form.bind("reason")} rows={3} />
          </FormField>
        </div>
      </BulkAct>
      {waiting.length > 0 && (
        <>
          <BulkAct
            {...shared}
            danger
            rows={waiting}
            act={decide(true)}
            verb="同意结束"
            title="同意结束所选的追回"
            consequences={[
              ...waiting.map(
                ({ claimNumber, ending }) =>
                  `${claimNumber}：${ending === null ? "" : `${ending.askedBy} 提出${clawbackEnds[ending.as]}，${ending.reason}`}`,
              ),
              `不再追回 ${sumOf(waiting)}，原付款保持有效。`,
            ]}
            said={(done) => `已同意结束 ${done} 件`}
          />
          <BulkAct
            {...shared}
            rows={waiting}
            act={decide(false)}
            verb="不同意"
            title="继续追回所选的"
            consequences={[`继续追回 ${sumOf(waiting)}。`]}
            said={(done) => `${done} 件继续追回`}
          />
        </>
      )}
    </>
  );
}
