import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { dateOf } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";

/** Notice of a suspended or ended organisation: since when, why, on what paper, and what it may still do. */
export function StandingNotice(): ReactElement | null {
  const own = useApi(api.organisations.mine, {}, { staleTime: 60_000 });
  const stopped = own.data !== undefined && own.data.state !== "active";
  const orders = useApi(api.organisations.orders, { params: { id: own.data?.id ?? "" } }, { enabled: stopped });
  if (!stopped) return null;
  const order = orders.data?.rows[0];
  return (
    <Notice
      tone="refuse"
      title={`${own.data.state === "suspended" ? "本单位被暂停" : "本单位已退出"}${order === undefined ? "" : `，自 ${dateOf(order.madeAt)} 起`}`}
    >
      {order !== undefined && (
        <p>
          {order.reason}（依据：{order.basis}）
          {order.files.map((file) => (
            <a
              key={file.id}
              href={`/api/v1/organisations/${own.data.id}/evidence/${file.id}`}
              target="_blank"
              rel="noreferrer"
              className="ml-3 text-accent underline underline-offset-3"
            >
              {file.name}
            </a>
          ))}
        </p>
      )}
      <p>
        不能新开班、招收学员、申请准入、申领补贴。已开的班照常上课和考核，已提交的申请照常审核，异议和申诉照常办理。整改后请联系人社部门恢复。
      </p>
    </Notice>
  );
}
