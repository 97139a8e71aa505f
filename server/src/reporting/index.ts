import { WORDS } from "@jinengtong/words";
import type { Module } from "../kernel/module.ts";
import { reportingDemo } from "./demo/part.ts";
import { enterpriseHome } from "./home/enterprise-home.ts";
import { financeHome } from "./home/finance-home.ts";
import { institutionHome } from "./home/institution-home.ts";
import { learnerClass } from "./learner/learner-class.ts";
import { learnerHome } from "./learner/learner-home.ts";
import { factDifferences, refreshFacts } from "./facts/refresh.ts";
import { statistics } from "./figure/statistics.ts";
import { statisticsOverview } from "./figure/statistics-overview.ts";
import { exportStatistics } from "./figure/export-statistics.ts";
import { exportStatisticsRows } from "./figure/export-statistics-rows.ts";
import { statisticsRows } from "./figure/statistics-rows.ts";
import { listDepartmentScopes } from "./scope/list-department-scopes.ts";
import { removeDepartmentScope } from "./scope/remove-department-scope.ts";
import { makeFeed, readFeed, revokeFeed, showFeed } from "./calendar/calendar-feed.ts";
import { search } from "./search/search.ts";
import { exportDoubles, listDoubles } from "./return/double-view.ts";
import { findDoubles } from "./return/find-doubles.ts";
import { mergedPeriod, returnReceipt } from "./return/merged-period.ts";
import { exportWorkloads, listWorkloads } from "./workload/list-workloads.ts";
import { agreeShare, proposeShare } from "./workload/share-class.ts";
import {
  acceptWorkload,
  confirmWorkload,
  giveBackWorkload,
  lockWorkloadYear,
  saveWorkload,
  showWorkloadOf,
} from "./workload/workload-acts.ts";
import { workloadSheet } from "./workload/workload-sheet.ts";
import { workloadStates } from "./workload/workload-states.ts";
import { setDepartmentScope } from "./scope/set-department-scope.ts";
import { exportPlanUse, planUse } from "./plan/plan-use.ts";
import { publicFundUse } from "./public/public-fund-use.ts";
import { publicHome } from "./public/public-home.ts";
import { targetProgress } from "./target/target-progress.ts";
import { addTarget } from "./target/add-target.ts";
import { changeTarget } from "./target/change-target.ts";
import { listBaseFigures } from "./target/list-base-figures.ts";
import { listTargets } from "./target/list-targets.ts";
import { recordBaseFigure } from "./target/record-base-figure.ts";
import { removeTarget } from "./target/remove-target.ts";
import "./tables.ts";

export { Figure, Queue, TodaySession } from "./home/home-shapes.ts";
export { enterpriseHome } from "./home/enterprise-home.ts";
export { financeHome } from "./home/finance-home.ts";
export { institutionHome } from "./home/institution-home.ts";
export { refreshFacts } from "./facts/refresh.ts";
export { readyFigures } from "./facts/store.ts";
export { sessionsOf } from "./home/home-sql.ts";
export { benefitLabel, groupLabel, levelLabel, policyLabel, stateLabel, townLabel } from "./labels.ts";
export { SourceBalance, sourceBalances } from "./home/source-balances.ts";

export const operations = {
  homes: {
    learner: learnerHome,
    institution: institutionHome,
    enterprise: enterpriseHome,
    finance: financeHome,
    public: publicHome,
  },
  myClasses: { page: learnerClass },
  statistics: {
    ask: statistics,
    overview: statisticsOverview,
    rows: statisticsRows,
    export: exportStatistics,
    exportRows: exportStatisticsRows,
  },
  targets: { progress: targetProgress, list: listTargets, add: addTarget, change: changeTarget, remove: removeTarget },
  baseFigures: { list: listBaseFigures, record: recordBaseFigure },
  departmentScopes: { list: listDepartmentScopes, set: setDepartmentScope, remove: removeDepartmentScope },
  planUse: { list: planUse, export: exportPlanUse },
  returnMerges: { period: mergedPeriod, receipt: returnReceipt, doubles: listDoubles, exportDoubles },
  workloads: {
    list: listWorkloads,
    export: exportWorkloads,
    show: showWorkloadOf,
    save: saveWorkload,
    confirm: confirmWorkload,
    accept: acceptWorkload,
    giveBack: giveBackWorkload,
    lock: lockWorkloadYear,
    sheet: workloadSheet,
  },
  classShares: { propose: proposeShare, agree: agreeShare },
  search: { everything: search },
  calendarFeed: { show: showFeed, make: makeFeed, revoke: revokeFeed, read: readFeed },
  fundUse: { public: publicFundUse },
};

/** Figures and home pages: everything here is derived from earlier modules' facts and can be derived again. */
export const reporting: Module = {
  name: "reporting",
  operations,
  words: WORDS.reporting,
  refusals: {
    workload_open: {
      code: "workload-confirmed",
      detail: "这一年的工作量已确认，不能再改。以后的更正另列一行，计入下一年。",
    },
    workload_accepted_by_another: {
      code: "accepted-by-confirmer",
      detail: "确认和接受须由两个人办理，请另一位工作人员办理。",
    },
    class_share_agreed_by_another: {
      code: "agreed-by-proposer",
      detail: "合办班的份额由另一方同意，请由合办院校办理。",
    },
    target_policy_id_measure_year_region_department_id_key: {
      code: "target-exists",
      detail: "这项目标已经设定，请在目标列表中调整数值。",
    },
    base_figure_once: {
      code: "base-figure-exists",
      detail: "这一天的这项数据刚刚由他人登记。请刷新页面查看；要更正的，请写明更正理由。",
    },
  },
  states: [workloadStates],
  subscriptions: [findDoubles],
  schedules: [
    {
      name: "facts",
      title: "更新统计",
      cron: "* * * * *",
      run: async (services) => void (await refreshFacts(services)),
    },
    // Changes that leave no log entry (a renamed scope, a cancelled session) are picked up at night, 02:20 in China.
    {
      name: "facts-all",
      title: "重算全部统计",
      cron: "20 18 * * *",
      run: async (services) => void (await refreshFacts(services, { all: true })),
    },
  ],
  verifiers: [{ name: "统计", run: ({ database }) => factDifferences(database) }],
  demo: reportingDemo,
};
