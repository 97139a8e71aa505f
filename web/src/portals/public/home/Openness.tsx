import { api } from "../../../api/api.ts";
import type { ReactElement, ReactNode } from "react";
import { Link } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { formatNumber } from "../../../kit/format.ts";
import { Money } from "../../../kit/Money.tsx";

interface OpennessProps {
  /** Claims under publicity now. */
  publicity: number | null;
}

/** Open information, each with its current figure. */
export function Openness({ publicity }: OpennessProps): ReactElement {
  const fund = useApi(api.fundUse.public, {}, { staleTime: 30_000 });
  const items: { to: string; title: string; what: string; figure?: ReactNode }[] = [
    {
      to: "/publicity",
      title: "补贴公示",
      what: "拟发放的补贴先公示五个工作日，谁都可以提异议",
      figure: publicity !== null && <span className="num">{formatNumber(publicity)} 笔正在公示</span>,
    },
    {
      to: "/fund",
      title: "资金去向",
      what: "每一元从哪个账户来，发给了哪一类补贴",
      figure: fund.data !== undefined && (
        <>
          已发 <Money fen={fund.data.spentFen} />
        </>
      ),
    },
    { to: "/lists", title: "四张目录", what: "补贴工种、培训机构、培训项目、评价机构，按版本公布" },
    { to: "/policy", title: "政策说明", what: "逐条用大白话讲清楚，并标明条款出处" },
  ];
  return (
    <section aria-labelledby="open" className="border-t border-line py-10 sm:py-14">
      <div className="grid gap-x-16 gap-y-6 lg:grid-cols-[5fr_6fr]">
        <div>
          <h2 id="open" className="text-xl font-semibold">
            都摆在明处
          </h2>
          <p className="mt-2 max-w-[24em] text-ink-2">
            从一笔补贴，可以一路查回到那节课的签到；公示里只显示遮挡后的姓名。
          </p>
          <Link
            to="/privacy"
            className="mt-2 inline-flex min-h-(--touch) items-center text-accent underline-offset-4 hover:underline"
          >
            您的个人信息怎么用
          </Link>
        </div>
        <ul className="grid gap-x-10 sm:grid-cols-2">
          {items.map((item) => (
            <li key={item.to} className="border-t border-line">
              <Link to={item.to} className="group block py-4">
                <span className="font-semibold text-accent underline-offset-4 group-hover:underline">{item.title}</span>
                {item.figure !== undefined && item.figure !== false && (
                  <span className="mt-1 block text-xl font-semibold">{item.figure}</span>
                )}
                <span className="mt-0.5 block text-sm text-ink-2">{item.what}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
