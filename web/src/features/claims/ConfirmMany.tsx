import { api, type Api } from "../../api/api.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { call, type Output } from "../../api/client.ts";
import { messageOf } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { formatYuan } from "../../kit/format.ts";
import { ProgressBar } from "../../kit/ProgressBar.tsx";
import { useToast } from "../../kit/Toast.tsx";

type Row = Output<Api["claims"]["list"]>["rows"][number];

interface ConfirmManyProps {
  /** Selected claims to confirm. */
  rows: readonly Row[];
  onDone: () => void;
}

/** Confirms many prepared claims one by one; failures are listed with their reasons. */
export function ConfirmMany({ rows, onDone }: ConfirmManyProps): ReactElement {
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<number | null>(null);
  const [failed, setFailed] = useState<readonly { number: string; why: string }[]>([]);
  const client = useQueryClient();
  const tell = useToast();
  const total = rows.reduce((sum, row) => sum + (row.askedFen ?? 0), 0);

  async function confirm(): Promise<void> {
    const refused: { number: string; why: string }[] = [];
    for (const [index, row] of rows.entries()) {
      setDone(index);
      try {
        await call(api.claims.confirm, { params: { id: row.id }, body: {} });
      } catch (error) {
        refused.push({ number: `${row.number} ${row.personName ?? ""}`, why: messageOf(error) });
      }
    }
    setDone(null);
    setFailed(refused);
    for (const key of [api.claims.list, api.homes.enterprise]) await client.invalidateQueries({ queryKey: [key] });
    tell(`已提交初审 ${rows.length - refused.length} 笔`);
    if (refused.length === 0) {
      setOpen(false);
      onDone();
    }
  }

  return (
    <>
      <Button disabled={rows.length === 0} onClick={() => setOpen(true)}>
        确认并提交 {rows.length} 笔
      </Button>
      <ConfirmSheet
        open={open}
        onClose={() => {
          setOpen(false);
          if (failed.length > 0) onDone();
          setFailed([]);
        }}
        title={`确认 ${rows.length} 笔补贴申请`}
        consequences={[
          <>
            逐笔按今天的记录重新判定，共 <strong className="num">{formatYuan(total, { fen: "always" })} 元</strong>
            ，收款方是本单位登记的账户。
          </>,
          "判定有变、不再符合条件的不提交，会列出原因。",
          "人社部门 10 个工作日内初审，之后复审、公示五个工作日、财政拨付；职工本人会收到通知，可以提出异议。",
        ]}
        action={`提交 ${rows.length} 笔，共 ${formatYuan(total)} 元`}
        busy={done !== null}
        disabled={failed.length > 0}
        onConfirm={() => void confirm()}
      >
        <div aria-live="polite">
          {done !== null && <ProgressBar value={done} max={rows.length} label={`正在提交第 ${done + 1} 笔`} />}
          {failed.length > 0 && (
            <>
              <p className="font-medium">有 {failed.length} 笔没有提交：</p>
              <ul className="divide-y divide-line border-y border-line">
                {failed.map((one) => (
                  <li key={one.number} className="py-1.5">
                    <span className="num font-medium">{one.number}</span>
                    <span className="block text-sm text-ink-2">{one.why}</span>
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
