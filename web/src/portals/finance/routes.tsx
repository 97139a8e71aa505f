import type { RouteObject } from "react-router";
import { page } from "../../frame/page.ts";
import { staffPortal } from "../../frame/staff-portal.ts";

const children: RouteObject[] = [
  { index: true, lazy: page(() => import("./HomePage.tsx")) },
  { path: "messages", lazy: page(() => import("../../features/account/MessagesPage.tsx")) },
  { path: "help", lazy: page(() => import("../../features/help/HelpPage.tsx")) },
  { path: "payables", lazy: page(() => import("./PayablesPage.tsx")) },
  { path: "batches", lazy: page(() => import("./BatchesPage.tsx")) },
  { path: "batches/:id", lazy: page(() => import("./BatchPage.tsx")) },
  { path: "payments", lazy: page(() => import("../../features/fund/PaymentsPage.tsx")) },
  { path: "payments/:id", lazy: page(() => import("../../features/trace/PaymentTracePage.tsx")) },
  { path: "claims/:id", lazy: page(() => import("../../features/trace/ClaimTracePage.tsx")) },
  { path: "classes/:id", lazy: page(() => import("../../features/trace/ClassTracePage.tsx")) },
  { path: "statistics", lazy: page(() => import("../../features/figures/StatisticsPage.tsx")) },
  { path: "statistics/rows", lazy: page(() => import("../../features/figures/RowsPage.tsx")) },
  { path: "targets", lazy: page(() => import("../../features/figures/TargetsPage.tsx")) },
  { path: "bank-returns", lazy: page(() => import("./BankReturnsPage.tsx")) },
  { path: "clawbacks", lazy: page(() => import("./ClawbacksPage.tsx")) },
  { path: "sources", lazy: page(() => import("./SourcesPage.tsx")) },
  { path: "statements", lazy: page(() => import("../../features/fund/StatementPage.tsx")) },
];

/** Pages of the finance office, under /finance. */
export const routes = staffPortal(
  "finance",
  {
    title: "财政",
    roles: ["finance"],
    nav: () => import("./nav.ts"),
    help: () => import("./help.ts"),
    office: "finance",
  },
  children,
);
