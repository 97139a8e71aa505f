import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement, type ReactNode } from "react";
import type { GetKey } from "../api/hooks.ts";
import { messageOf } from "../api/problem.ts";
import { Button } from "../kit/Button.tsx";
import { ConfirmSheet } from "../kit/ConfirmSheet.tsx";
import type { FormState } from "../kit/form.tsx";
import { ProgressBar } from "../kit/ProgressBar.tsx";
import { useToast } from "../kit/Toast.tsx";
import { runEach, type Refused } from "./run-each.ts";

/** More rows than this nobody has looked at; the next ones are chosen after them. */
const MOST = 500;

export interface BulkActProps<Row> {
  /** The chosen rows that the act exists for. */
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Which row a refusal is about. */
  nameOf: (row: Row) => string;
  /** The act on one row, as it is done from the row itself. */
  act: (row: Row) => Promise<unknown>;
  /** Read operations whose cached answers the act makes old. */
  refresh: readonly GetKey[];
  /** 确认, 强制退出: the act. */
  verb: string;
  /** 笔, 人: what a row counts as. */
  unit: string;
  title: string;
  consequences: readonly ReactNode[];
  /** Said of those that were done. */
  said: (done: number) => string;
  danger?: boolean;
  /** Form of the fields below, which hold for every row: a reason, a day. */
  form?: FormState;
  children?: ReactNode;
  /** Keys of the rows that stay chosen: those that were refused. */
  onDone: (left: ReadonlySet<string>) => void;
}

/** One act on several chosen rows, one by one: a refusal stops none of the others, and is listed with its reason. */
export function BulkAct<Row>(props: BulkActProps<Row>): ReactElement {
  const { rows, verb, unit, keyOf, nameOf } = props;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly Refused<Row>[]>([]);
  const client = useQueryClient();
  const tell = useToast();

  async function run(): Promise<void> {
    const left = await runEach(rows, props.act, setAt);
    setAt(null);
    setRefused(left);
    await Promise.all(props.refresh.map((key) => client.invalidateQueries({ queryKey: [key] })));
    if (left.length < rows.length) tell(props.said(rows.length - left.length));
    if (left.length === 0) close(left);
  }
  function close(left: readonly Refused<Row>[]): void {
    setOpen(false);
    setRefused([]);
    props.onDone(new Set(left.map(({ row }) => keyOf(row))));
  }

  return (
    <>
      <Button
        disabled={rows.length === 0 || rows.length > MOST}
        {...(props.danger === true ? { variant: "danger" as const } : {})}
        onClick={() => setOpen(true)}
      >
        {rows.length > MOST ? `一次最多${verb} ${MOST} ${unit}` : `${verb} ${rows.length} ${unit}`}
      </Button>
      <ConfirmSheet
        open={open}
        onClose={() => (refused.length > 0 ? close(refused) : setOpen(false))}
        title={props.title}
        consequences={props.consequences}
        action={`${verb} ${rows.length} ${unit}`}
        busy={at !== null}
        danger={props.danger === true}
        disabled={refused.length > 0}
        {...(props.form === undefined ? {} : { form: props.form })}
        onConfirm={() => void run()}
      >
        {props.children}
        <div aria-live="polite">
          {at !== null && <ProgressBar value={at} max={rows.length} label={`正在办理第 ${at + 1} ${unit}`} />}
          {refused.length > 0 && (
            <>
              <p className="font-medium">
                有 {refused.length} {unit}没有办成，仍然选着：
              </p>
              <ul className="max-h-60 divide-y divide-line overflow-y-auto border-y border-line">
                {refused.map(({ row, error }) => (
                  <li key={keyOf(row)} className="py-1.5">
                    <span className="num font-medium">{nameOf(row)}</span>
                    <span className="block text-sm text-ink-2">{messageOf(error)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </ConfirmSheet>
    </>
  );
}
