import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { download } from "../../api/download.ts";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Page } from "../../kit/Page.tsx";
import { Pager } from "../../kit/Pager.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { Select } from "../../kit/Select.tsx";
import { Tabs } from "../../kit/Tabs.tsx";
import { ListRows } from "./lists/ListRows.tsx";
import { VersionChanges } from "./lists/VersionChanges.tsx";
import { useSearchValues } from "./use-search-values.ts";
import type { ListName } from "./lists/catalogue.ts";

const TABS: readonly { key: ListName; title: string; what: string }[] = [
  { key: "occupations", title: "补贴工种", what: "哪些工种、哪一级能补，补多少，要学多少课时。" },
  { key: "shortage", title: "紧缺工种", what: "当年急需的工种，补贴比例更高。" },
  { key: "institutions", title: "培训机构", what: "获准开班的机构，公办民办一样对待。" },
  { key: "projects", title: "培训项目", what: "专项计划和项目制培训。" },
  { key: "evaluators", title: "评价机构", what: "获准考核发证的机构。" },
];
const STEP = 50;

/** The published lists, each in versions that never change once they are out. */
export default function ListsPage(): ReactElement {
  const [of, change] = useSearchValues();
  const list = TABS.find((tab) => tab.key === of("list")) ?? TABS[0]!;
  const version = of("version");
  const [limit, setLimit] = useState(STEP);
  const [error, setError] = useState<unknown>(null);
  const which = version === "" ? {} : { version: Number(version) };
  const query = useApi(api.catalogue.read, { params: { list: list.key }, query: which }, { staleTime: 60_000 });
  const versions = useApi(api.catalogue.versions, { params: { list: list.key }, query: {} });
  const shortage = useApi(
    api.catalogue.read,
    { params: { list: "shortage" }, query: {} },
    { enabled: list.key === "occupations", staleTime: 60_000 },
  );
  const scarce = new Set(shortage.data?.rows.map((row) => row.key));
  const words = of("q");

  function choose(key: string): void {
    change("version", "");
    change("q", "");
    change("list", key === "occupations" ? "" : key);
    setLimit(STEP);
  }

  return (
    <Page
      title="公布的目录"
      intro="每次调整都是一个新版本，旧版本一直留着。您领补贴时，按当天有效的那一版算。"
      width="wide"
    >
      <Tabs label="目录" current={list.key} onChange={choose} tabs={TABS.map(({ key, title }) => ({ key, title }))}>
        <div className="grid gap-5">
          <div className="grid items-end gap-3 md:grid-cols-[1fr_18rem_auto]">
            <SearchBox label="名称或编号" value={words} onSearch={(value) => change("q", value.trim())} />
            <Select
              aria-label="版本"
              value={version}
              onChange={(value) => change("version", value)}
              placeholder="现行版本"
              choices={(versions.data?.versions ?? []).map((one) => ({
                value: String(one.version),
                label: `第 ${one.version} 版，${one.effectiveFrom} 起${one.effectiveTo === null ? "" : "（旧）"}`,
              }))}
            />
            <Button
              variant="secondary"
              icon="download"
              onClick={() => {
                setError(null);
                download(`/api/v1/catalogue/${list.key}/export`, which, `${list.title}.xlsx`).catch(setError);
              }}
            >
              下载 Excel
            </Button>
          </div>
          {error !== null && <ErrorNotice error={error} />}
          <QueryView query={query} lines={8}>
            {(data) => {
              const found = data.rows.filter((row) => words === "" || JSON.stringify(row).includes(words));
              return (
                <div className="grid gap-4">
                  <p className="max-w-(--measure) text-ink-2">
                    {list.what}
                    <span className="num">
                      第 {data.version.version} 版，{data.version.effectiveFrom} 起执行
                      {data.version.effectiveTo !== null && `，到 ${data.version.effectiveTo} 为止`}。
                    </span>
                    {data.version.sample && "（示例数据）"}
                  </p>
                  {found.length === 0 ? (
                    <Empty title={words === "" ? "这一版还没有内容" : `没有找到“${words}”`}>
                      {words === "" ? "公布后会出现在这里。" : "少写几个字再找找。"}
                    </Empty>
                  ) : (
                    <div>
                      <ListRows list={list.key} rows={found.slice(0, limit)} scarce={scarce} />
                      <Pager
                        shown={Math.min(limit, found.length)}
                        total={found.length}
                        unit="条"
                        hasMore={found.length > limit}
                        onMore={() => setLimit(limit + STEP)}
                      />
                    </div>
                  )}
                  <VersionChanges list={list.key} versions={versions.data?.versions ?? []} />
                </div>
              );
            }}
          </QueryView>
        </div>
      </Tabs>
    </Page>
  );
}
