import { api, type Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatInstant } from "../../kit/format.ts";
import { ProgressBar } from "../../kit/ProgressBar.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RecordList, type RecordColumn } from "../../kit/RecordList.tsx";
import { FigureTile } from "../../kit/staff/FigureTile.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark, type StatusKind } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";

type Jobs = Output<Api["jobs"]["list"]>;
type Job = Jobs["jobs"][number];
type LongTask = Jobs["longTasks"][number];

const KINDS: Record<Job["state"], StatusKind> = {
  failed: "refused",
  retrying: "turn",
  running: "doing",
  waiting: "waiting",
  scheduled: "waiting",
};
const LONG_KINDS: Record<LongTask["state"], StatusKind> = {
  waiting: "waiting",
  running: "doing",
  done: "done",
  failed: "refused",
};

/** Background work: failed jobs first, with a retry; progress of long tasks; last runs of schedules. */
export default function TasksPage(): ReactElement {
  const jobs = useApi(api.jobs.list, {}, { refetchInterval: 5_000 });
  return (
    <StaffPage title="后台任务" intro="每项失败后自动重试，最多 12 次；都失败的停在这里，等人处理。每 5 秒更新。">
      <QueryView query={jobs} lines={10}>
        {(data) => (
          <>
            <div className="grid grid-cols-2 gap-3 md:grid-cols-5">
              <FigureTile title="失败" value={data.counts.failed} unit="项" />
              <FigureTile title="等待重试" value={data.counts.retrying} unit="项" />
              <FigureTile title="正在运行" value={data.counts.running} unit="项" />
              <FigureTile title="等待运行" value={data.counts.waiting} unit="项" />
              <FigureTile title="定时未到" value={data.counts.scheduled} unit="项" />
            </div>
            <JobTable jobs={data.jobs} />
            <LongTaskTable tasks={data.longTasks} />
            <Schedules schedules={data.schedules} />
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}

function JobTable({ jobs }: { jobs: readonly Job[] }): ReactElement {
  const admin = useSession().data?.account?.role === "admin";
  const tell = useToast();
  const retry = useChange(api.jobs.retry, {
    refresh: [api.jobs.list],
    onSuccess: () => tell("已安排立即重试"),
  });
  const columns: RecordColumn<Job>[] = [
    { key: "name", title: "任务", onPhone: "title", render: (row) => row.name },
    {
      key: "state",
      title: "状态",
      onPhone: "aside",
      render: (row) => <StatusMark kind={KINDS[row.state]}>{row.stateLabel}</StatusMark>,
    },
    {
      key: "attempts",
      title: "已试",
      align: "right",
      render: (row) => <span className="num">{`${row.attempts} / ${row.maxAttempts} 次`}</span>,
    },
    { key: "created", title: "产生", render: (row) => <span className="num">{formatInstant(row.createdAt)}</span> },
    {
      key: "run",
      title: "下次运行",
      render: (row) => (
        <span className="num">{row.state === "failed" ? "不再自动运行" : formatInstant(row.runAt)}</span>
      ),
    },
    {
      key: "error",
      title: "最近的错误",
      render: (row) => <span className="font-mono text-sm break-all">{row.lastError ?? "—"}</span>,
    },
    ...(admin
      ? [
          {
            key: "act",
            title: "办理",
            align: "right" as const,
            render: (row: Job) =>
              row.state === "failed" || row.state === "retrying" ? (
                <Button
                  variant="secondary"
                  icon="refresh"
                  label={`重试${row.name}（${row.id} 号）`}
                  busy={retry.isPending && retry.variables.params.id === row.id}
                  onClick={() => retry.mutate({ params: { id: row.id } })}
                >
                  立即重试
                </Button>
              ) : null,
          },
        ]
      : []),
  ];
  return (
    <section aria-labelledby="jobs" className="rounded-md border border-line bg-sheet p-4">
      <h2 id="jobs" className="mb-2 text-lg font-semibold">
        队列
      </h2>
      <ErrorNotice error={retry.error} />
      {jobs.length === 0 ? (
        <p className="text-ink-2">没有等待的任务，都办完了。</p>
      ) : (
        <RecordList caption="队列中的任务" rows={jobs} rowKey={(row) => row.id} columns={columns} />
      )}
    </section>
  );
}

function LongTaskTable({ tasks }: { tasks: readonly LongTask[] }): ReactElement {
  return (
    <section aria-labelledby="long" className="rounded-md border border-line bg-sheet p-4">
      <h2 id="long" className="mb-2 text-lg font-semibold">
        长任务
      </h2>
      {tasks.length === 0 ? (
        <p className="text-ink-2">还没有长任务。机构上传大的花名册后，进度显示在这里。</p>
      ) : (
        <RecordList
          caption="长任务"
          rows={tasks}
          rowKey={(row) => row.id}
          columns={[
            { key: "kind", title: "任务", onPhone: "title", render: (row) => row.kind },
            {
              key: "state",
              title: "状态",
              onPhone: "aside",
              render: (row) => <StatusMark kind={LONG_KINDS[row.state]}>{row.stateLabel}</StatusMark>,
            },
            {
              key: "progress",
              title: "进度",
              render: (row) => (
                <span className="flex items-center gap-3">
                  <span className="w-28">
                    <ProgressBar value={row.done + row.failed} max={Math.max(1, row.total)} label={`${row.kind}进度`} />
                  </span>
                  <span className="num whitespace-nowrap">
                    {row.done} / {row.total}
                  </span>
                </span>
              ),
            },
            {
              key: "failed",
              title: "没办成",
              align: "right",
              render: (row) => <span className="num">{row.failed}</span>,
            },
            { key: "organisation", title: "单位", render: (row) => row.organisation ?? "—" },
            { key: "by", title: "发起人", render: (row) => row.startedBy ?? "系统" },
            { key: "at", title: "开始", render: (row) => <span className="num">{formatInstant(row.createdAt)}</span> },
          ]}
        />
      )}
    </section>
  );
}

function Schedules({ schedules }: { schedules: Jobs["schedules"] }): ReactElement {
  return (
    <section aria-labelledby="schedules" className="rounded-md border border-line bg-sheet p-4">
      <h2 id="schedules" className="mb-2 text-lg font-semibold">
        定时任务
      </h2>
      {schedules.length === 0 ? (
        <p className="text-ink-2">定时任务还没有登记过。平台启动后会自动登记。</p>
      ) : (
        <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
          {schedules.map((row) => (
            <li key={row.name} className="flex items-baseline justify-between gap-4 border-b border-line py-1.5">
              <span>{row.name}</span>
              <span className="num text-sm text-ink-2">
                {row.lastRun === null ? "还没有到时间" : `${formatInstant(row.lastRun)} 运行`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
