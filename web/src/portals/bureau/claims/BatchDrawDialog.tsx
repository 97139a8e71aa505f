import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { useApi, useApiPages, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant, formatYuan } from "../../../kit/format.ts";
import { Money } from "../../../kit/Money.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { pageOf } from "../../../lists/pages.ts";
import { ConfirmKey } from "../ConfirmKey.tsx";

interface BatchDrawDialogProps {
  round: 1 | 2;
  /** Filters of the queue: only the claims that the officer is looking at are offered. */
  filters: Readonly<Record<string, string>>;
  onClose: () => void;
}

/** Groups low-risk claims; a random tenth must be opened one by one. */
export function BatchDrawDialog({ round, filters, onClose }: BatchDrawDialogProps): ReactElement {
  const navigate = useNavigate();
  const state = round === 1 ? "submitted" : "first-passed";
  const list = useApiPages(
    api.claims.list,
    { query: { ...filters, state, outcome: "granted", reviewable: "true", limit: 200 } },
    pageOf,
  );
  const open = useApi(api.reviewBatches.mine, {}).data?.rows.filter((batch) => batch.round === round) ?? [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const draw = useChange(api.reviewBatches.draw, {
    onSuccess: (batch) => void navigate(`/bureau/review-batches/${batch.id}`),
  });
  const eligible = list.rows.filter((row) => row.openObjections === 0 && !row.held);
  const chosen = eligible.filter((row) => !left.has(row.id));
  const fen = chosen.reduce((sum, row) => sum + (row.askedFen ?? 0), 0);
  const sample = Math.max(1, Math.ceil(chosen.length / 10));
  const ready = chosen.length >= 2;
  const confirm = () => draw.mutate({ body: { round, claimIds: chosen.map((row) => row.id) } });

  function toggle(id: string): void {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  }

  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`批量${round === 1 ? "初审" : "复审"}：抽取样本`}
      consequences={[
        `${chosen.length} 笔、共 ${formatYuan(fen)} 元作为一批；都是判定符合条件、没有异议和已确认的疑点、您可以审的申请。`,
        `按金额分层抽取约 ${sample} 笔（金额最大的一笔必抽），您须逐笔打开核看并写下意见，之后才能整批通过。`,
        "同样的申请重新抽取，样本不变；上次抽到还没有办完的，这次仍在样本里。",
        "种子会公布在批次上，任何人可以重新抽出同一样本。",
      ]}
      action={`抽取样本，${chosen.length} 笔`}
      disabled={!ready}
      busy={draw.isPending}
      error={draw.error ?? list.error}
      onConfirm={confirm}
    >
      {open.length > 0 && (
        <Notice tone="info" title={`您有 ${open.length} 批抽取后还没有办完`}>
          {open.map((batch) => (
            <Button key={batch.id} variant="quiet" to={`/bureau/review-batches/${batch.id}`}>
              {formatInstant(batch.drawnAt)} 抽取的 {batch.claims} 笔
            </Button>
          ))}
        </Notice>
      )}
      {list.isPending ? null : eligible.length === 0 ? (
        <Empty title="没有可以批量审核的申请">
          判定符合条件、没有异议和已确认的疑点、不是您提交或初审过的申请才能批量办理。
        </Empty>
      ) : (
        <fieldset className="mb-3">
          <legend className="mb-1 font-medium">本批的申请（去掉勾选的留待逐笔审）</legend>
          <div className="mb-1 flex gap-2">
            <Button variant="quiet" onClick={() => setLeft(new Set())}>
              全选
            </Button>
            <Button variant="quiet" onClick={() => setLeft(new Set(eligible.map((row) => row.id)))}>
              全不选
            </Button>
          </div>
          <div className="max-h-64 overflow-y-auto rounded-md border border-line" tabIndex={-1}>
            {eligible.map((row) => (
              <label
                key={row.id}
                className="flex cursor-pointer items-baseline gap-3 border-b border-line px-3 py-1.5 last:border-0 hover:bg-paper"
              >
                <input
                  type="checkbox"
                  className="accent-accent"
                  checked={!left.has(row.id)}
                  onChange={() => toggle(row.id)}
                />
                <span className="num text-sm text-ink-2">{row.number}</span>
                <span className="flex-1">{row.personName ?? row.organisationName}</span>
                <Money fen={row.askedFen ?? 0} />
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <ConfirmKey onConfirm={confirm} ready={ready && !draw.isPending} />
    </ConfirmSheet>
  );
}
