import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { FactList } from "../../kit/FactList.tsx";
import { formatBytes, formatInstant, formatNumber } from "../../kit/format.ts";
import { HomeQueues } from "../../features/homes/HomeQueues.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";

const PAGES: Record<string, string> = {
  locked: "/admin/lockouts",
  failing: "/admin/lockouts",
  unclaimed: "/admin/accounts",
  tokensExpiring: "/admin/tokens",
  jobsFailed: "/admin/tasks",
  jobsRetrying: "/admin/tasks",
};

/** Administrators' home: accounts, sign-ins and tokens that need attention, and health of the platform. */
export default function HomePage(): ReactElement {
  const home = useApi(api.homes.admin, {}, { refetchInterval: 60_000 });
  const jobs = useApi(api.jobs.list, {}, { refetchInterval: 60_000 });
  const isSecurity = useSession().data?.account?.role === "security";
  return (
    <StaffPage title="工作台" intro="开账号的人不看业务，查记录的人不开账号。">
      <QueryView query={home} lines={10}>
        {({ counts, ...data }) => (
          <>
            <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-line bg-line lg:grid-cols-4">
              <Tile
                label="账号"
                value={counts.accounts}
                unit="个"
                note={`停用 ${counts.disabled} 个`}
                to="/admin/accounts"
              />
              <Tile
                label="在线会话"
                value={counts.sessions}
                unit="个"
                note="不用后自动退出"
                to={isSecurity ? "/admin/sessions" : undefined}
              />
              <Tile
                label="有效令牌"
                value={counts.tokens}
                unit="个"
                note={`30 天内到期 ${counts.tokensExpiring} 个`}
                to="/admin/tokens"
              />
              <Tile
                label="今日操作记录"
                value={counts.actsToday}
                unit="条"
                note={counts.actsUnsealed === 0 ? "全部上链" : `${counts.actsUnsealed} 条稍后上链`}
                to={isSecurity ? "/admin/log" : undefined}
              />
            </dl>
            <div className="grid gap-6 lg:grid-cols-2">
              <section aria-labelledby="waiting" className="grid content-start gap-2">
                <h2 id="waiting" className="text-lg font-semibold">
                  要处理的
                </h2>
                <HomeQueues
                  queues={[
                    { code: "jobsFailed", label: "彻底失败的后台任务", count: jobs.data?.counts.failed ?? 0 },
                    { code: "jobsRetrying", label: "等待重试的后台任务", count: jobs.data?.counts.retrying ?? 0 },
                    { code: "locked", label: "被锁定的账号", count: counts.locked },
                    { code: "failing", label: "有输错密码记录的账号", count: counts.failing },
                    { code: "unclaimed", label: "还没设置自己密码的账号", count: counts.unclaimed },
                    { code: "tokensExpiring", label: "30 天内到期的令牌", count: counts.tokensExpiring },
                  ]}
                  hrefOf={(code) => PAGES[code] ?? "/admin"}
                />
              </section>
              <section aria-labelledby="health" className="rounded-md border border-line bg-sheet p-4">
                <h2 id="health" className="mb-3 flex flex-wrap items-baseline gap-x-4 text-lg font-semibold">
                  平台状况
                  <span className="text-base font-normal">
                    <StatusMark kind={data.databaseMs < 200 ? "done" : "late"}>
                      {data.databaseMs < 200 ? "正常" : "数据库答得慢"}
                    </StatusMark>
                  </span>
                </h2>
                <FactList
                  facts={[
                    { label: "数据库应答", value: <span className="num">{formatNumber(data.databaseMs)} 毫秒</span> },
                    { label: "数据库大小", value: <span className="num">{formatBytes(data.databaseBytes)}</span> },
                    { label: "运行起于", value: <span className="num">{formatInstant(data.upSince)}</span> },
                    {
                      label: "待发短信",
                      value: (
                        <span className="num">
                          {counts.textsWaiting} 条
                          {data.trial && (
                            <Link to="/trial/outbox" className="ml-3 text-accent underline underline-offset-4">
                              试用发件箱
                            </Link>
                          )}
                        </span>
                      ),
                    },
                  ]}
                />
              </section>
            </div>
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}

interface TileProps {
  label: string;
  value: number;
  unit: string;
  note: string;
  to: string | undefined;
}

function Tile({ label, value, unit, note, to }: TileProps): ReactElement {
  return (
    <div className={to === undefined ? "bg-sheet px-4 py-3" : "relative bg-sheet px-4 py-3 hover:bg-accent-soft"}>
      <dt className="text-sm text-ink-2">
        {to === undefined ? (
          label
        ) : (
          <Link to={to} className="after:absolute after:inset-0">
            {label}
          </Link>
        )}
      </dt>
      <dd className="num">
        <span className="text-2xl font-semibold tracking-tight">{formatNumber(value)}</span>
        <span className="ml-1 text-sm text-ink-2">{unit}</span>
        <span className="block text-xs text-ink-3">{note}</span>
      </dd>
    </div>
  );
}
