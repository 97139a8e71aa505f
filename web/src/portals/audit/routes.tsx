import type { RouteObject } from "react-router";
import { page } from "../../frame/page.ts";
import { staffPortal } from "../../frame/staff-portal.ts";

const children: RouteObject[] = [
  { index: true, lazy: page(() => import("./HomePage.tsx")) },
  { path: "messages", lazy: page(() => import("../../features/account/MessagesPage.tsx")) },
  { path: "help", lazy: page(() => import("../../features/help/HelpPage.tsx")) },
  { path: "trace", lazy: page(() => import("./TracePage.tsx")) },
  { path: "payments", lazy: page(() => import("../../features/fund/PaymentsPage.tsx")) },
  { path: "payments/:id", lazy: page(() => import("../../features/trace/PaymentTracePage.tsx")) },
  { path: "batches", lazy: page(() => import("./BatchesPage.tsx")) },
  { path: "batches/:id", lazy: page(() => import("./BatchPage.tsx")) },
  { path: "statements", lazy: page(() => import("../../features/fund/StatementPage.tsx")) },
  { path: "claims", lazy: page(() => import("./ClaimsPage.tsx")) },
  { path: "claims/:id", lazy: page(() => import("../../features/trace/ClaimTracePage.tsx")) },
  { path: "classes", lazy: page(() => import("./ClassesPage.tsx")) },
  { path: "classes/:id", lazy: page(() => import("../../features/trace/ClassTracePage.tsx")) },
  { path: "certificates", lazy: page(() => import("./CertificatesPage.tsx")) },
  { path: "samples", lazy: page(() => import("./SamplesPage.tsx")) },
  { path: "samples/:id", lazy: page(() => import("./SamplePage.tsx")) },
  { path: "anomalies", lazy: page(() => import("./AnomaliesPage.tsx")) },
  { path: "statistics", lazy: page(() => import("../../features/figures/StatisticsPage.tsx")) },
  { path: "statistics/rows", lazy: page(() => import("../../features/figures/RowsPage.tsx")) },
  { path: "plans", lazy: page(() => import("../../features/plans/PlansPage.tsx")) },
  { path: "targets", lazy: page(() => import("../../features/figures/TargetsPage.tsx")) },
  { path: "log", lazy: page(() => import("../../features/audit-log/AuditLogPage.tsx")) },
  { path: "accesses", lazy: page(() => import("../../features/audit-log/AccessesPage.tsx")) },
];

/** Pages of the auditors, under /audit. */
export const routes = staffPortal(
  "audit",
  {
    title: "审计",
    roles: ["auditor"],
    nav: () => import("./nav.ts"),
    help: () => import("./help.ts"),
    office: "audit",
  },
  children,
);
