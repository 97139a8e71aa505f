import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi, useApiPages, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { pageOf } from "../../lists/pages.ts";
import { given, useFilters } from "../../lists/use-filters.ts";
import { Pager } from "../../kit/Pager.tsx";
import { Select } from "../../kit/Select.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { ExportButton } from "../../lists/ExportButton.tsx";
import { SortChoice } from "../../lists/SortChoice.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useSort } from "../../lists/use-sort.ts";
import { useToast } from "../../kit/Toast.tsx";
import { AnomalyList } from "./AnomalyList.tsx";
import type { Anomaly } from "../../features/anomalies/anomaly.ts";

/** Anomalies, read-only. The bureau answers; the auditor may ask for another look at any time. */
export default function AnomaliesPage(): ReactElement {
  const [filters, setFilters] = useFilters(["state", "rule", "severity"]);
  const { severity, ...rest } = given(filters);
  const query = { ...rest, ...(severity === undefined ? {} : { severity: Number(severity) }) } as {
    state?: Anomaly["state"];
    rule?: string;
    severity?: number;
  };
  const rules = useApi(api.anomalies.rules, {}, { staleTime: 600_000 });
  const sorting = useSort(api.anomalies.list, "-severity");
  const list = useApiPages(api.anomalies.list, { query: { ...query, sort: sorting.sort } }, pageOf);
  const tell = useToast();
  const scan = useChange(api.anomalies.scan, {
    refresh: [api.anomalies.list, api.homes.auditor],
    onSuccess: (done) => {
      const fresh = done.rules.reduce((sum, rule) => sum + rule.fresh, 0);
      tell(fresh === 0 ? "筛查完成，没有新的线索" : `筛查完成，新增 ${fresh} 条线索`);
    },
  });
  return (
    <StaffPage
      title="疑点"
      intro="每天凌晨按规则筛查；由人社部门说明或确认，确认的由另一人处置，审计在这里查看。"
      actions={
        <Button variant="secondary" icon="refresh" busy={scan.isPending} onClick={() => scan.mutate({ body: {} })}>
          立即筛查
        </Button>
      }
    >
      <div data-print="hide" className="flex flex-wrap gap-2">
        <Select
          className="w-36"
          aria-label="状态"
          placeholder="全部状态"
          value={filters.state}
          onChange={(state) => setFilters({ state })}
          choices={[
            { value: "open", label: "待说明" },
            { value: "explained", label: "已说明" },
            { value: "confirmed", label: "已确认，待处置" },
            { value: "settled", label: "已处置" },
            { value: "dismissed", label: "已撤销认定" },
          ]}
        />
        <Select
          className="w-36"
          aria-label="轻重"
          placeholder="不分轻重"
          value={filters.severity}
          onChange={(value) => setFilters({ severity: value })}
          choices={[
            { value: "3", label: "严重" },
            { value: "2", label: "一般" },
            { value: "1", label: "提示" },
          ]}
        />
        <Select
          className="w-64 max-sm:w-full"
          aria-label="规则"
          placeholder="全部规则"
          value={filters.rule}
          onChange={(rule) => setFilters({ rule })}
          choices={(rules.data?.rules ?? []).map((rule) => ({ value: rule.id, label: rule.title }))}
        />
        <SortChoice
          sorting={sorting}
          choices={[
            ["-severity", "严重在前"],
            ["-foundAt", "新发现在前"],
            ["foundAt", "先发现在前"],
            ["organisation", "按机构"],
          ]}
        />
        <span className="ml-auto">
          <ExportButton
            target={{
              path: "/api/v1/anomalies/export",
              query: { ...query, sort: sorting.sort },
              name: "疑点.xlsx",
            }}
          />
        </span>
      </div>
      <ErrorNotice error={scan.error} />
      {list.error ? (
        <ErrorNotice error={list.error} onRetry={list.onRetry} />
      ) : list.isPending ? (
        <Skeleton lines={8} />
      ) : list.rows.length === 0 ? (
        <Empty title="没有符合条件的疑点">规则筛出疑点后会列在这里。可以点“立即筛查”再查一遍。</Empty>
      ) : (
        <>
          <AnomalyList rows={list.rows} />
          <Pager
            shown={list.rows.length}
            unit="条"
            hasMore={list.hasMore}
            busy={list.isLoadingMore}
            onMore={list.onMore}
          />
        </>
      )}
    </StaffPage>
  );
}
