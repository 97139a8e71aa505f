import type { Module } from "../kernel/module.ts";
import { enterpriseHome } from "./enterprise-home.ts";
import { financeHome } from "./finance-home.ts";
import { institutionHome } from "./institution-home.ts";
import { learnerClass } from "./learner-class.ts";
import { learnerHome } from "./learner-home.ts";
import { factDifferences, refreshFacts } from "./facts/refresh.ts";
import { statistics } from "./statistics.ts";
import { statisticsOverview } from "./statistics-overview.ts";
import { exportStatistics } from "./export-statistics.ts";
import { exportStatisticsRows } from "./export-statistics-rows.ts";
import { statisticsRows } from "./statistics-rows.ts";
import { listDepartmentScopes } from "./list-department-scopes.ts";
import { removeDepartmentScope } from "./remove-department-scope.ts";
import { setDepartmentScope } from "./set-department-scope.ts";
import { publicFundUse } from "./public-fund-use.ts";
import { publicHome } from "./public-home.ts";
import { targetProgress } from "./target-progress.ts";
import { addTarget } from "./add-target.ts";
import { changeTarget } from "./change-target.ts";
import { listBaseFigures } from "./list-base-figures.ts";
import { listTargets } from "./list-targets.ts";
import { recordBaseFigure } from "./record-base-figure.ts";
import { removeTarget } from "./remove-target.ts";
import "./tables.ts";

export { Figure, Queue, TodaySession } from "./home-shapes.ts";
export { refreshFacts } from "./facts/refresh.ts";
export { sessionsOf } from "./home-sql.ts";
export { benefitLabel, groupLabel, levelLabel, policyLabel, stateLabel, townLabel } from "./labels.ts";
export { SourceBalance, sourceBalances } from "./source-balances.ts";

export const operations = [
  learnerHome,
  learnerClass,
  institutionHome,
  enterpriseHome,
  financeHome,
  statistics,
  statisticsOverview,
  statisticsRows,
  exportStatistics,
  exportStatisticsRows,
  targetProgress,
  listTargets,
  addTarget,
  changeTarget,
  removeTarget,
  listBaseFigures,
  recordBaseFigure,
  listDepartmentScopes,
  setDepartmentScope,
  removeDepartmentScope,
  publicHome,
  publicFundUse,
] as const;

/** Figures and first pages: everything here is derived from earlier modules' facts and can be derived again. */
export const reporting: Module = {
  name: "reporting",
  operations,
  refusals: {
    target_policy_id_measure_year_region_department_id_key: {
      code: "target-exists",
      detail: "这项目标已经设定，请在目标列表中调整数值。",
    },
    base_figure_pkey: {
      code: "base-figure-exists",
      detail: "这一天的这项数据已经登记；如有更正，请按更正后的日期登记。",
    },
  },
  schedules: [
    { name: "facts", cron: "* * * * *", run: async (services) => void (await refreshFacts(services)) },
    // What leaves no trace in a log (a renamed scope, a session taken back) is caught up with at night, 02:20 in China.
    {
      name: "facts-all",
      cron: "20 18 * * *",
      run: async (services) => void (await refreshFacts(services, { all: true })),
    },
  ],
  verifiers: [{ name: "统计", run: ({ database }) => factDifferences(database) }],
};
