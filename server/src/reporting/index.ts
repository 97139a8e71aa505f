import type { Module } from "../kernel/module.ts";
import { enterpriseHome } from "./enterprise-home.ts";
import { financeHome } from "./finance-home.ts";
import { institutionHome } from "./institution-home.ts";
import { learnerClass } from "./learner-class.ts";
import { learnerHome } from "./learner-home.ts";
import { factDifferences, refreshFacts } from "./facts/refresh.ts";
import { statistics, statisticsOverview } from "./statistics.ts";
import { exportStatistics, exportStatisticsRows } from "./statistics-export.ts";
import { statisticsRows } from "./statistics-rows.ts";
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
] as const;

/** Figures and first pages: everything here is derived from earlier modules' facts and can be derived again. */
export const reporting: Module = {
  name: "reporting",
  operations,
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
