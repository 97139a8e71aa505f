import { county } from "@jinengtong/county";
import { api, type Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../api/client.ts";
import { useApi } from "../../api/hooks.ts";
import { Empty } from "../../kit/Empty.tsx";
import { Icon, type IconName } from "../../kit/Icon.tsx";
import { Money } from "../../kit/Money.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";

type Hit = Output<Api["trace"]["search"]>["rows"][number];

const kinds: Record<Hit["kind"], { title: string; icon: IconName; href: (hit: Hit) => string }> = {
  payment: { title: "付款", icon: "money", href: (hit) => `/audit/payments/${hit.id}` },
  batch: { title: "拨付批次", icon: "table", href: (hit) => `/audit/batches/${hit.id}` },
  claim: { title: "补贴申请", icon: "claim", href: (hit) => `/audit/claims/${hit.id}` },
  class: { title: "培训班", icon: "class", href: (hit) => `/audit/classes/${hit.id}` },
  certificate: {
    title: "证书",
    icon: "certificate",
    href: (hit) =>
      hit.claimId === null
        ? `/audit/certificates?serial=${encodeURIComponent(hit.number)}`
        : `/audit/claims/${hit.claimId}`,
  },
};

const ways = [
  [
    "从一笔付款往回看",
    "专账分录、批次、申请、审核、判定、证书、课时，直到每一次签到。",
    "/audit/payments",
    "去付款列表",
  ],
  ["从一个班往前看", "这个班的每一节课、每一个学员，各自申请了什么、领到了多少。", "/audit/classes", "去培训班列表"],
  ["随机抽一批来看", "种子、条件和总体都留下记录，任何人可以照样重抽一遍。", "/audit/samples", "去抽样"],
] as const;

/** Search for any number, and the three kinds of trace. */
export default function TracePage(): ReactElement {
  const { numbers } = county();
  const [{ q }, setFilters] = useFilters(["q"]);
  const long = q.trim().length >= 4;
  const hits = useApi(api.trace.search, { query: { q: q.trim() } }, { enabled: long });
  return (
    <StaffPage title="追溯" intro="钱从哪里来、凭什么发、学没学过，一条线看到底。">
      <div className="max-w-xl">
        <SearchBox
          value={q}
          label="编号"
          placeholder="付款、批次、申请、培训班或证书编号的开头"
          button="追溯"
          onSearch={(value) => setFilters({ q: value.trim() })}
        />
      </div>
      {q !== "" && !long && <Notice tone="turn">请输入至少 4 位编号。</Notice>}
      {long && (
        <QueryView
          query={hits}
          isEmpty={(data) => data.rows.length === 0}
          empty={
            <Empty title="没有找到这个编号">
              请核对编号的开头。付款以 {numbers.batch} 开头，申请以 {numbers.claim} 开头，培训班以 {numbers.class}{" "}
              开头。
            </Empty>
          }
        >
          {(data) => (
            <ul className="divide-y divide-line rounded-md border border-line bg-sheet" aria-label="找到的记录">
              {data.rows.map((hit) => {
                const kind = kinds[hit.kind];
                return (
                  <li key={`${hit.kind}-${hit.id}`}>
                    <Link
                      to={kind.href(hit)}
                      className="group grid grid-cols-[1.5rem_1fr_auto] items-center gap-x-4 px-4 py-2 hover:bg-accent-soft md:grid-cols-[1.5rem_5rem_14rem_1fr_7rem_9rem]"
                    >
                      <Icon name={kind.icon} className="text-accent" />
                      <span className="text-ink-2 max-md:hidden">{kind.title}</span>
                      <span className="num font-medium group-hover:text-accent">{hit.number}</span>
                      <span className="max-md:col-start-2">{hit.title}</span>
                      <span className="text-ink-2 max-md:hidden">{hit.stateLabel}</span>
                      <span className="text-right max-md:row-start-1 max-md:col-start-3">
                        {hit.amountFen !== null && <Money fen={hit.amountFen} exact />}
                      </span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          )}
        </QueryView>
      )}
      {q === "" && (
        <ul className="grid gap-4 lg:grid-cols-3">
          {ways.map(([title, words, to, action]) => (
            <li key={to} className="flex flex-col rounded-md border border-line bg-sheet p-4">
              <h2 className="text-lg font-semibold">{title}</h2>
              <p className="mt-1 flex-1 text-ink-2">{words}</p>
              <Link
                to={to}
                className="mt-3 inline-flex min-h-8 items-center gap-1 text-accent underline underline-offset-4"
              >
                {action}
                <Icon name="arrow" size="1em" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </StaffPage>
  );
}
