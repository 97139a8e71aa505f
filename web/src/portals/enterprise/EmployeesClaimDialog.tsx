import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { call } from "../../api/client.ts";
import { messageOf } from "../../api/problem.ts";
import type { PolicyBenefit } from "../../features/claims/use-policy.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Field } from "../../kit/Field.tsx";
import { formatYuan } from "../../kit/format.ts";
import { ProgressBar } from "../../kit/ProgressBar.tsx";
import { Select } from "../../kit/Select.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import type { Employee } from "./employee.ts";

/** More employees than this are claimed for in several goes: each row is looked at. */
export const MOST_EMPLOYEES = 100;

/** Outcome for one employee: what the preview says, then what became of the claim. */
type Outcome =
  | { kind: "may"; fen: number }
  | { kind: "not"; why: string }
  | { kind: "made"; number: string; fen: number };

interface EmployeesClaimDialogProps {
  programme: string;
  /** Benefits that rest on the job alone. */
  benefits: readonly PolicyBenefit[];
  employees: readonly Employee[];
  /** Keys of the employees that nothing was submitted for. */
  onClose: (left: ReadonlySet<string>) => void;
}

/** Claims for several employees at once: tried on the records of each, submitted where the conditions are met, with an outcome for each. */
export function EmployeesClaimDialog(props: EmployeesClaimDialogProps): ReactElement {
  const { programme, benefits, employees } = props;
  const client = useQueryClient();
  const [code, setCode] = useState(benefits[0]?.benefit ?? "");
  const [months, setMonths] = useState("1");
  const [at, setAt] = useState<number | null>(null);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const benefit = benefits.find((one) => one.benefit === code);
  const most = benefit?.claiming?.months ?? null;
  const ready = employees.filter((one) => outcomes.get(one.personId)?.kind === "may");
  const made = employees.filter((one) => outcomes.get(one.personId)?.kind === "made");
  const total = ready.reduce((sum, { personId }) => {
    const found = outcomes.get(personId);
    return sum + (found?.kind === "may" ? found.fen : 0);
  }, 0);
  const bodyOf = (personId: string) => ({
    benefit: code,
    policyId: programme,
    personId,
    stated: most === null ? {} : { months: Number(months) },
  });

  async function each(rows: readonly Employee[], act: (personId: string) => Promise<Outcome>): Promise<void> {
    for (const [index, { personId }] of rows.entries()) {
      setAt(index);
      const outcome = await act(personId).catch((error: unknown): Outcome => ({ kind: "not", why: messageOf(error) }));
      setOutcomes((old) => new Map(old).set(personId, outcome));
    }
    setAt(null);
  }
  const tryEach = () =>
    each(
      employees.filter((one) => outcomes.get(one.personId)?.kind !== "made"),
      async (personId) => {
        const { decision } = await call(api.claims.preview, { body: bodyOf(personId) });
        if (decision.outcome === "granted") return { kind: "may", fen: decision.amountFen ?? 0 };
        const unmet = decision.findings.filter(({ met }) => met === false);
        const open = unmet.length > 0 ? unmet : decision.findings.filter(({ met }) => met === null);
        return { kind: "not", why: open.map(({ because }) => because).join("；") || "按现有记录还不能享受" };
      },
    );
  async function submit(): Promise<void> {
    await each(ready, async (personId) => {
      const { number, amountFen } = await call(api.claims.create, { body: bodyOf(personId) });
      return { kind: "made", number, fen: amountFen };
    });
    await client.invalidateQueries({ queryKey: [api.claims.list] });
    await client.invalidateQueries({ queryKey: [api.homes.enterprise] });
  }
  const change = (set: (value: string) => void) => (value: string) => {
    set(value);
    setOutcomes((old) => new Map([...old].filter(([, { kind }]) => kind === "made")));
  };
  const close = (): void =>
    props.onClose(new Set(employees.filter((one) => !made.includes(one)).map((one) => one.personId)));

  return (
    <Dialog
      open
      size="wide"
      busy={at !== null}
      onClose={close}
      title={`为 ${employees.length} 名职工申请补贴`}
      footer={
        <>
          <Button variant="secondary" disabled={at !== null} onClick={close}>
            {made.length > 0 ? "完成" : "先不办"}
          </Button>
          {ready.length > 0 ? (
            <Button busy={at !== null} onClick={() => void submit()}>
              {`提交初审 ${ready.length} 笔，${formatYuan(total)} 元`}
            </Button>
          ) : (
            <Button
              busy={at !== null}
              disabled={benefit === undefined || made.length === employees.length}
              onClick={() => void tryEach()}
            >
              逐人试算
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        <p className="text-ink-2">
          先按每名职工的现有记录试算，只提交符合条件的；提交后职工本人会收到通知，可以提出异议。材料可以在每笔申请里补交。
        </p>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="哪一种补贴">
            <Select
              value={code}
              onChange={change(setCode)}
              choices={benefits.map((one) => ({ value: one.benefit, label: one.title }))}
            />
          </Field>
          {most !== null && (
            <Field label="月数" hint={`每人 1 至 ${most} 个月`}>
              <Select
                value={months}
                onChange={change(setMonths)}
                choices={Array.from({ length: most }, (_, n) => ({ value: String(n + 1), label: `${n + 1} 个月` }))}
              />
            </Field>
          )}
        </div>
        <div aria-live="polite">
          {at !== null && (
            <ProgressBar value={at} max={Math.max(employees.length, 1)} label={`正在办第 ${at + 1} 人`} />
          )}
          <ul className="divide-y divide-line border-y border-line" aria-label="职工">
            {employees.map((employee) => (
              <li key={employee.personId} className="grid gap-x-4 py-1.5 sm:grid-cols-[14rem_1fr]">
                <span>
                  <span className="font-medium">{employee.name}</span>
                  <span className="num ml-2 text-sm text-ink-3">{employee.citizenIdMasked}</span>
                </span>
                <OutcomeText outcome={outcomes.get(employee.personId)} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Dialog>
  );
}

function OutcomeText({ outcome }: { outcome: Outcome | undefined }): ReactElement {
  if (outcome === undefined) return <span className="text-ink-3">待试算</span>;
  if (outcome.kind === "not")
    return (
      <span>
        <StatusMark kind="refused">不能提交</StatusMark>
        <span className="ml-2 text-sm text-ink-2">{outcome.why}</span>
      </span>
    );
  const money = `${formatYuan(outcome.fen, { fen: "always" })} 元`;
  return outcome.kind === "may" ? (
    <StatusMark kind="doing">{`可以享受 ${money}`}</StatusMark>
  ) : (
    <StatusMark kind="done">{`已提交 ${outcome.number}，${money}`}</StatusMark>
  );
}
