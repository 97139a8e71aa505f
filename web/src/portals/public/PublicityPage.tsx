import { regionName, townChoices } from "@jinengtong/county";
import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { download } from "../../api/download.ts";
import { useApiPages } from "../../api/hooks.ts";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Money } from "../../kit/Money.tsx";
import { Page } from "../../kit/Page.tsx";
import { Pager } from "../../kit/Pager.tsx";
import { RecordList } from "../../kit/RecordList.tsx";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { Select } from "../../kit/Select.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { SortChoice } from "../../lists/SortChoice.tsx";
import { useSort } from "../../lists/use-sort.ts";
import { ObjectionReceipt } from "./publicity/ObjectionReceipt.tsx";
import { PublicObjectionDialog } from "./publicity/PublicObjectionDialog.tsx";
import { useSearchValues } from "./use-search-values.ts";
import { ProgrammeFilter } from "../../features/programmes/ProgrammeFilter.tsx";
import { ProgrammeLine } from "../../features/programmes/ProgrammeLine.tsx";

export type Publicised = Output<Api["publicity"]["list"]>["rows"][number];

/** Claims under publicity, for everybody to see and to object to. Names are masked. */
export default function PublicityPage(): ReactElement {
  const [of, change] = useSearchValues();
  const [objected, setObjected] = useState<Publicised | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const filter = {
    ...(of("town") === "" ? {} : { town: of("town") }),
    ...(of("policy") === "" ? {} : { policy: of("policy") }),
    ...(of("q") === "" ? {} : { q: of("q") }),
  };
  const sorting = useSort(api.publicity.list, "-from");
  const query = { ...filter, sort: sorting.sort };
  const list = useApiPages(api.publicity.list, { query: { ...query, limit: 50 } }, (page) => ({
    items: page.rows,
    nextCursor: page.nextCursor,
  }));

  async function save(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      await download("/api/v1/publicity/export", query, "补贴公示.xlsx");
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Page
      title="补贴公示"
      intro="拟发放的补贴先公示五个工作日。谁都可以看，觉得不对就提异议，答复之前不会发放。"
      width="wide"
      action={
        <Button variant="secondary" icon="download" busy={busy} onClick={() => void save()}>
          下载名单
        </Button>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      <div className="grid gap-3 sm:flex sm:flex-wrap sm:items-end">
        <SearchBox label="机构名称或申请编号" value={of("q")} onSearch={(value) => change("q", value.trim())} />
        <ProgrammeFilter value={of("policy")} onChange={(value) => change("policy", value)} />
        <Select
          aria-label="哪个镇"
          value={of("town")}
          onChange={(value) => change("town", value)}
          placeholder="全市"
          choices={townChoices()}
        />
        <SortChoice
          className=""
          sorting={sorting}
          choices={[
            ["-from", "新公示在前"],
            ["to", "快截止在前"],
            ["-amountFen", "金额大在前"],
            ["institution", "按机构"],
          ]}
        />
      </div>
      {list.error !== null ? (
        <ErrorNotice error={list.error} onRetry={list.onRetry} />
      ) : list.isPending ? (
        <Skeleton lines={8} />
      ) : list.rows.length === 0 ? (
        <Empty title={of("q") + of("town") === "" ? "现在没有正在公示的补贴" : "没有符合的公示"}>
          {of("q") + of("town") === ""
            ? "有新的补贴通过复审后，会在这里公示五个工作日。"
            : "可以换一个镇，或少写几个字再找。"}
        </Empty>
      ) : (
        <div>
          <RecordList
            caption="公示中的补贴"
            rows={list.rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: "who",
                title: "姓名或单位",
                onPhone: "title",
                render: (row) => row.name ?? row.institution ?? row.className ?? "",
              },
              {
                key: "benefit",
                title: "补贴",
                render: (row) => (
                  <>
                    {row.benefitName}
                    <ProgrammeLine policyId={row.policyId} />
                  </>
                ),
              },
              {
                key: "place",
                title: "机构",
                render: (row) =>
                  [row.institution ?? "", row.town === null ? "" : regionName(row.town)].join(" ").trim(),
              },
              {
                key: "amount",
                title: "金额",
                align: "right",
                onPhone: "aside",
                render: (row) => <Money fen={row.amountFen} />,
              },
              {
                key: "round",
                title: "批次",
                render: (row) => [row.round ?? "", row.document ?? ""].join(" ").trim(),
              },
              {
                key: "to",
                title: "公示到",
                render: (row) => <span className="num whitespace-nowrap">{row.to}</span>,
              },
              {
                key: "object",
                title: "有异议",
                align: "right",
                render: (row) =>
                  row.open ? (
                    <Button
                      variant="quiet"
                      label={`对 ${row.number} 提异议`}
                      onClick={() => setObjected(row)}
                      className="-mx-4 -my-2"
                    >
                      提异议
                    </Button>
                  ) : (
                    <span className="text-ink-3">公示已满</span>
                  ),
              },
            ]}
          />
          <Pager
            shown={list.rows.length}
            unit="笔"
            hasMore={list.hasMore}
            onMore={list.onMore}
            busy={list.isLoadingMore}
          />
        </div>
      )}
      <ObjectionReceipt receipt={of("receipt")} onAsk={(receipt) => change("receipt", receipt)} />
      {objected !== null && <PublicObjectionDialog claim={objected} onClose={() => setObjected(null)} />}
    </Page>
  );
}
