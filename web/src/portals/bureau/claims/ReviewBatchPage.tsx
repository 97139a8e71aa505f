import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { cx } from "../../../kit/cx.ts";
import { formatInstant } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { ProgressBar } from "../../../kit/ProgressBar.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { ClaimCase } from "./ClaimCase.tsx";
import { OpenSampleDialog } from "./OpenSampleDialog.tsx";
import { PassBatchDialog } from "./PassBatchDialog.tsx";

/** A batch under review: every sampled claim opened one by one, then the whole batch passed. */
export default function ReviewBatchPage(): ReactElement {
  const { id = "" } = useParams();
  const batch = useApi(api.reviewBatches.show, { params: { id } });
  const [chosen, setChosen] = useState<string | null>(null);
  const [dialog, setDialog] = useState<"open" | "pass" | null>(null);
  const sample = batch.data?.sample ?? [];
  const current = sample.find((one) => one.claimId === chosen) ?? sample.find((one) => !one.opened) ?? sample[0];
  const index = sample.findIndex((one) => one.claimId === current?.claimId);
  const opened = sample.filter((one) => one.opened).length;
  const complete = sample.length > 0 && opened === sample.length;
  const passed = batch.data?.passedAt ?? null;
  const move = (step: number) => setChosen(sample[index + step]?.claimId ?? current?.claimId ?? null);
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    o: current !== undefined && !current.opened && passed === null ? () => setDialog("open") : undefined,
    p: complete && passed === null ? () => setDialog("pass") : undefined,
  });
  return (
    <QueryView query={batch} lines={12}>
      {(data) => (
        <StaffPage
          title={`批量${data.round === 1 ? "初审" : "复审"}，${data.claims} 笔`}
          intro={
            <span className="num">
              {formatInstant(data.drawnAt)} 抽样 · 种子 <code className="font-mono">{data.seed}</code>
            </span>
          }
          actions={
            passed === null ? (
              <Button hotkey="p" disabled={!complete} onClick={() => setDialog("pass")}>
                {`整批通过 ${data.claims} 笔`}
              </Button>
            ) : (
              <StatusMark kind="done">{`${formatInstant(passed)} 已整批通过`}</StatusMark>
            )
          }
        >
          <section aria-labelledby="sample" className="rounded-md border border-line bg-sheet p-4">
            <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6">
              <h2 id="sample" className="text-lg font-semibold">
                样本
              </h2>
              <span className="num text-ink-2">
                已核看 {opened} / {sample.length}
              </span>
            </div>
            <ProgressBar value={opened} max={sample.length} label="样本核看进度" />
            <ul className="mt-3 flex flex-wrap gap-2">
              {data.sample.map((one) => (
                <li key={one.claimId}>
                  <button
                    type="button"
                    aria-pressed={one.claimId === current?.claimId}
                    onClick={() => setChosen(one.claimId)}
                    className={cx(
                      "num flex min-h-8 items-center gap-2 rounded-md border px-3",
                      one.claimId === current?.claimId
                        ? "border-accent bg-accent-soft font-semibold"
                        : "border-line-strong bg-sheet hover:border-accent",
                    )}
                  >
                    <StatusMark kind={one.opened ? "done" : "turn"}>{one.opened ? "已核看" : "待核看"}</StatusMark>
                    {one.number}
                  </button>
                </li>
              ))}
            </ul>
          </section>
          {current !== undefined && (
            <section
              aria-label="样本申请"
              key={current.claimId}
              className="rounded-md border border-line bg-sheet p-4 lg:p-6"
            >
              <ClaimCase
                id={current.claimId}
                wide
                renderActions={() =>
                  current.opened ? (
                    <p>
                      <StatusMark kind="done">已核看</StatusMark>
                      <span className="ml-3 text-ink-2">{current.note}</span>
                    </p>
                  ) : (
                    <Button hotkey="o" onClick={() => setDialog("open")}>
                      写下核看意见
                    </Button>
                  )
                }
              />
            </section>
          )}
          {dialog === "open" && current !== undefined && (
            <OpenSampleDialog
              batchId={id}
              claimId={current.claimId}
              number={current.number}
              onClose={() => setDialog(null)}
              onDone={() => setChosen(null)}
            />
          )}
          {dialog === "pass" && <PassBatchDialog batch={data} onClose={() => setDialog(null)} />}
        </StaffPage>
      )}
    </QueryView>
  );
}
