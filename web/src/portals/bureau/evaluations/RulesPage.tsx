import { useState, type ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { Select } from "../../../kit/Select.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";

type Rules = Output<Api["evaluationRules"]["list"]>;
type Rule = Rules["rows"][number];

/** 认定规则: each number with its day and source; one officer enters, another confirms. */
export default function RulesPage(): ReactElement {
  const rules = useApi(api.evaluationRules.list, {});
  const reviewer = useSession().data?.account?.role === "reviewer";
  const [proposing, setProposing] = useState(false);
  const [deciding, setDeciding] = useState<{ rule: Rule; agreed: boolean } | null>(null);
  return (
    <StaffPage
      title="认定规则"
      intro="违反任何一条，计划、派员、开考或发证都会被拒绝，并说明是哪一条。数值是本县的参数，带依据和生效日。"
      actions={
        reviewer && (
          <Button icon="plus" onClick={() => setProposing(true)}>
            录入新数值
          </Button>
        )
      }
    >
      <QueryView query={rules} lines={12}>
        {({ rows, conditions }) => (
          <div className="grid gap-4">
            <ul className="divide-y divide-line rounded-md border border-line bg-sheet">
              {rows.map((rule) => (
                <li
                  key={rule.id}
                  className="grid items-baseline gap-x-6 gap-y-1 p-4 md:grid-cols-[20rem_6rem_1fr_auto]"
                >
                  <span>
                    {rule.words}
                    {rule.occupation !== null && <span className="num ml-2 text-sm text-ink-2">{rule.occupation}</span>}
                  </span>
                  <span className="num text-lg font-semibold">{rule.value}</span>
                  <span className="min-w-0 text-ink-2">
                    {rule.source}
                    <span className="num ml-2 text-sm text-ink-3">{rule.effectiveFrom} 起</span>
                  </span>
                  <span className="flex flex-wrap items-center gap-2">
                    <StatusMark
                      kind={rule.state === "in-force" ? "done" : rule.state === "proposed" ? "turn" : "ended"}
                    >
                      {rule.state === "in-force" ? "适用" : rule.state === "proposed" ? "待另一人确认" : "已退回"}
                    </StatusMark>
                    {rule.state === "proposed" && reviewer && !rule.mine && (
                      <>
                        <Button onClick={() => setDeciding({ rule, agreed: true })}>确认</Button>
                        <Button variant="secondary" onClick={() => setDeciding({ rule, agreed: false })}>
                          退回
                        </Button>
                      </>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            <Card title="申报条件" level={3}>
              <ul className="grid gap-1">
                {conditions.map((one) => (
                  <li key={one.code}>
                    <span className="num mr-2 text-ink-2">{one.code}</span>
                    {one.level} 级：{one.text}
                  </li>
                ))}
              </ul>
            </Card>
            {proposing && <ProposeDialog rules={rows} onClose={() => setProposing(false)} />}
          </div>
        )}
      </QueryView>
      {deciding !== null && <DecideSheet {...deciding} onClose={() => setDeciding(null)} />}
    </StaffPage>
  );
}

function DecideSheet({ rule, agreed, onClose }: { rule: Rule; agreed: boolean; onClose: () => void }): ReactElement {
  const tell = useToast();
  const decide = useChange(api.evaluationRules.decide, {
    refresh: [api.evaluationRules.list],
    onSuccess: () => {
      tell(agreed ? "已确认" : "已退回");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`${agreed ? "确认" : "退回"}“${rule.words}”`}
      consequences={
        agreed
          ? [`${rule.effectiveFrom} 起考试的批次按 ${rule.value} 核对。`, "以前的批次不变。"]
          : ["这个数值不生效，录入的人会收到消息。"]
      }
      action={agreed ? "确认" : "退回"}
      busy={decide.isPending}
      error={decide.error}
      onConfirm={() => decide.mutate({ params: { id: rule.id }, body: { agreed } })}
    />
  );
}

function ProposeDialog({ rules, onClose }: { rules: readonly Rule[]; onClose: () => void }): ReactElement {
  const tell = useToast();
  const propose = useChange(api.evaluationRules.propose, {
    refresh: [api.evaluationRules.list],
    onSuccess: () => {
      tell("已录入，待另一位人员确认");
      onClose();
    },
  });
  const form = useForm({
    initial: { name: "", occupation: "", value: "", effectiveFrom: "", source: "" },
    rules: contractOf(api.evaluationRules.propose),
    error: propose.error,
  });
  const names = [...new Map(rules.map(({ name, words }) => [name, words]))];
  return (
    <ActDialog
      title="录入认定规则的数值"
      consequences={["另一位人员确认后，自生效日起考试的批次适用；以前的批次不变。"]}
      action="录入，待确认"
      label="依据的文件"
      readBy="评价机构会看到"
      words="source"
      form={form}
      ready={form.values.name !== "" && form.values.value !== ""}
      busy={propose.isPending}
      error={propose.error}
      onClose={onClose}
      onConfirm={(source) => {
        const { name, occupation, value, effectiveFrom } = form.values;
        propose.mutate({
          body: {
            name: name as "min-examiners",
            value: Number(value),
            effectiveFrom,
            source,
            ...(occupation.trim() === "" ? {} : { occupation }),
          },
        });
      }}
    >
      <FormField name="name" label="规则">
        <Select
          {...form.bind("name")}
          placeholder="请选择"
          choices={names.map(([value, label]) => ({ value, label }))}
        />
      </FormField>
      <FormField name="value" label="数值" hint="考前的节点填负数，如 -10">
        <Input {...form.bind("value")} inputMode="numeric" />
      </FormField>
      <FormField name="occupation" label="只对这个职业" required={false} hint="职业编码；不填则对所有职业">
        <Input className="num" {...form.bind("occupation")} />
      </FormField>
      <FormField name="effectiveFrom" label="生效日" group>
        <DateInput {...form.bind("effectiveFrom")} />
      </FormField>
    </ActDialog>
  );
}
