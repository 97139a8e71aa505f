import type { RouteObject } from "react-router";
import { page } from "../../frame/page.ts";
import { staffPortal } from "../../frame/staff-portal.ts";

const children: RouteObject[] = [
  { index: true, lazy: page(() => import("./ExamsPage.tsx")) },
  { path: "exams", lazy: page(() => import("./ExamsPage.tsx")) },
  { path: "exams/:id", lazy: page(() => import("./ExamPage.tsx")) },
  { path: "batches", lazy: page(() => import("./BatchesPage.tsx")) },
  { path: "batches/:id", lazy: page(() => import("./BatchPage.tsx")) },
  { path: "filings", lazy: page(() => import("./FilingsPage.tsx")) },
  { path: "staff", lazy: page(() => import("./StaffPage.tsx")) },
  { path: "papers", lazy: page(() => import("./PapersPage.tsx")) },
  { path: "certificates", lazy: page(() => import("./CertificatesPage.tsx")) },
  { path: "admissions", lazy: page(() => import("./AdmissionsPage.tsx")) },
  { path: "pilots", lazy: page(() => import("../../features/pilots/PilotsPage.tsx")) },
  { path: "pilots/:id", lazy: page(() => import("../../features/pilots/PilotPage.tsx")) },
  { path: "messages", lazy: page(() => import("../../features/account/MessagesPage.tsx")) },
  { path: "help", lazy: page(() => import("../../features/help/HelpPage.tsx")) },
  { path: "settings", lazy: page(() => import("./SettingsPage.tsx")) },
];

/** Pages of evaluators. The address stays /evaluation, since it is bookmarked. */
export const routes = staffPortal(
  "evaluation",
  {
    title: "评价机构",
    roles: ["evaluator"],
    nav: () => import("./nav.ts"),
    help: () => import("./help.ts"),
    office: "bureau",
  },
  children,
);
