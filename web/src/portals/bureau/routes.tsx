import type { RouteObject } from "react-router";
import { page } from "../../frame/page.ts";
import { staffPortal } from "../../frame/staff-portal.ts";
import { nav } from "./nav.ts";

const children: RouteObject[] = [
  { index: true, lazy: page(() => import("./HomePage.tsx")) },
  { path: "first-review", lazy: page(() => import("./claims/FirstReviewPage.tsx")) },
  { path: "second-review", lazy: page(() => import("./claims/SecondReviewPage.tsx")) },
  { path: "review-batches/:id", lazy: page(() => import("./claims/ReviewBatchPage.tsx")) },
  { path: "claims", lazy: page(() => import("./claims/ClaimsPage.tsx")) },
  { path: "claims/:id", lazy: page(() => import("./claims/ClaimPage.tsx")) },
  { path: "claims/:id/sheet", lazy: page(() => import("./claims/ClaimSheetPage.tsx")) },
  { path: "claims/:id/days", lazy: page(() => import("./claims/ClaimDaysPage.tsx")) },
  { path: "claims/:id/trace", lazy: page(() => import("../../features/trace/ClaimTracePage.tsx")) },
  { path: "payments/:id", lazy: page(() => import("../../features/trace/PaymentTracePage.tsx")) },
  { path: "publicity", lazy: page(() => import("./claims/PublicityPage.tsx")) },
  { path: "objections", lazy: page(() => import("./claims/ObjectionsPage.tsx")) },
  { path: "cancellations", lazy: page(() => import("./claims/CancellationsPage.tsx")) },
  { path: "filings", lazy: page(() => import("./classes/FilingsPage.tsx")) },
  { path: "changes", lazy: page(() => import("./classes/ChangesPage.tsx")) },
  { path: "live", lazy: page(() => import("./classes/LivePage.tsx")) },
  { path: "classes", lazy: page(() => import("./classes/ClassesPage.tsx")) },
  { path: "classes/:id", lazy: page(() => import("./classes/ClassPage.tsx")) },
  { path: "classes/:id/trace", lazy: page(() => import("../../features/trace/ClassTracePage.tsx")) },
  { path: "anomalies", lazy: page(() => import("./oversight/AnomaliesPage.tsx")) },
  { path: "admissions", lazy: page(() => import("./admissions/AdmissionsPage.tsx")) },
  { path: "register", lazy: page(() => import("./admissions/RegisterPage.tsx")) },
  { path: "organisations", lazy: page(() => import("./organisations/OrganisationsPage.tsx")) },
  { path: "organisations/:id", lazy: page(() => import("./organisations/OrganisationPage.tsx")) },
  { path: "declarations", lazy: page(() => import("./certificates/DeclarationsPage.tsx")) },
  { path: "certificates", lazy: page(() => import("./certificates/CertificatesPage.tsx")) },
  { path: "groups", lazy: page(() => import("./people/GroupsPage.tsx")) },
  { path: "imports", lazy: page(() => import("./imports/FactImportsPage.tsx")) },
  { path: "imports/:id", lazy: page(() => import("./imports/FactImportPage.tsx")) },
  { path: "corrections", lazy: page(() => import("./people/CorrectionsPage.tsx")) },
  { path: "people", lazy: page(() => import("./people/PeoplePage.tsx")) },
  { path: "people/:id", lazy: page(() => import("./people/PersonPage.tsx")) },
  { path: "duplicates", lazy: page(() => import("./people/DuplicatesPage.tsx")) },
  { path: "parameters", lazy: page(() => import("./oversight/ParametersPage.tsx")) },
  { path: "law", lazy: page(() => import("./law/LawPage.tsx")) },
  { path: "law/:id", lazy: page(() => import("./law/EditorPage.tsx")) },
  { path: "law/:id/steps", lazy: page(() => import("./law/StepsPage.tsx")) },
  { path: "law/:id/sheet", lazy: page(() => import("./law/SheetPage.tsx")) },
  { path: "clawbacks", lazy: page(() => import("./claims/ClawbacksPage.tsx")) },
  { path: "catalogue/:list?", lazy: page(() => import("./CataloguePage.tsx")) },
  { path: "statistics", lazy: page(() => import("../../features/figures/StatisticsPage.tsx")) },
  { path: "statistics/rows", lazy: page(() => import("../../features/figures/RowsPage.tsx")) },
  { path: "scopes", lazy: page(() => import("../../features/figures/ScopesPage.tsx")) },
  { path: "targets", lazy: page(() => import("../../features/figures/TargetsPage.tsx")) },
];

/** Pages of the human-resources bureau and the departments, under /bureau. */
export const routes = staffPortal("bureau", { title: "人社部门", roles: ["reviewer", "department"], nav }, children);
