import type { Module } from "../kernel/module.ts";
import { enterpriseHome } from "./enterprise-home.ts";
import { financeHome } from "./finance-home.ts";
import { institutionHome } from "./institution-home.ts";
import { learnerClass } from "./learner-class.ts";
import { learnerHome } from "./learner-home.ts";
import "./tables.ts";

export { Figure, Queue, TodaySession } from "./home-shapes.ts";
export { sessionsOf } from "./home-sql.ts";
export { benefitLabel, groupLabel, levelLabel, policyLabel, stateLabel, townLabel } from "./labels.ts";
export { SourceBalance, sourceBalances } from "./source-balances.ts";

export const operations = [learnerHome, learnerClass, institutionHome, enterpriseHome, financeHome] as const;

/** Figures and first pages: everything here is derived from earlier modules' facts and can be derived again. */
export const reporting: Module = { name: "reporting", operations };
