import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { Select } from "../../../kit/Select.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { Tabs } from "../../../kit/Tabs.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { LockPeriod } from "./LockPeriod.tsx";
import { MergedPeriod } from "./MergedPeriod.tsx";
import { PeriodSummary } from "./PeriodSummary.tsx";
import { Rates } from "./Rates.tsx";
import { Reporters } from "./Reporters.tsx";

/** 定期报表: for each form and period who sent it, who did not, the county's figures, and how reliable each reporter is. */
export default function ReturnsPage(): ReactElement {
  const forms = useApi(api.periodForms.list, {}, { staleTime: 600_000 });
  const [{ form: code, period, view }, setFilters] = useFilters(["form", "period", "view"]);
  return (
    <QueryView query={forms}>
      {({ forms: all }) => {
        const form = all.find((one) => one.code === code) ?? all[0];
        const chosen = form?.periods.find((one) => one.period === period) ?? form?.periods[0];
        if (form === undefined || chosen === undefined)
          return (
            <StaffPage title="定期报表">
              <Empty title="没有已结束的期间">表启用后，第一期结束时这里会列出应报的单位。</Empty>
            </StaffPage>
          );
        const place = { code: form.code, period: chosen.period };
        return (
          <StaffPage
            title="定期报表"
            intro={`${chosen.title}${form.title}，最迟 ${chosen.dueOn}（${form.dueSource}）`}
            actions={<LockPeriod form={form} period={chosen} />}
          >
            <div className="flex flex-wrap gap-2">
              <Select
                className="w-72"
                aria-label="表"
                value={form.code}
                onChange={(value) => setFilters({ form: value, period: "" })}
                choices={all.map((one) => ({ value: one.code, label: one.title }))}
              />
              <Select
                className="w-40"
                aria-label="期间"
                value={chosen.period}
                onChange={(value) => setFilters({ period: value })}
                choices={form.periods.map((one) => ({ value: one.period, label: one.title }))}
              />
            </div>
            <Tabs
              label="看什么"
              current={view === "" ? "reporters" : view}
              onChange={(key) => setFilters({ view: key === "reporters" ? "" : key })}
              tabs={[
                { key: "reporters", title: "报送情况" },
                { key: "summary", title: "全县汇总" },
                ...(form.merged ? [{ key: "merged", title: "合并统计" }] : []),
                { key: "rates", title: "完整率和及时率" },
              ]}
            >
              {view === "summary" ? (
                <PeriodSummary form={form} place={place} />
              ) : view === "merged" && form.merged ? (
                <MergedPeriod place={place} />
              ) : view === "rates" ? (
                <Rates code={form.code} />
              ) : (
                <Reporters form={form} place={place} />
              )}
            </Tabs>
          </StaffPage>
        );
      }}
    </QueryView>
  );
}
