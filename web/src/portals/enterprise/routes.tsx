import type { RouteObject } from "react-router";
import { page } from "../../frame/page.ts";
import { staffPortal } from "../../frame/staff-portal.ts";

const children: RouteObject[] = [
  { index: true, lazy: page(() => import("./HomePage.tsx")) },
  { path: "claims", lazy: page(() => import("./ClaimsPage.tsx")) },
  { path: "claims/new", lazy: page(() => import("./ClaimNewPage.tsx")) },
  { path: "claims/:id", lazy: page(() => import("./ClaimPage.tsx")) },
  { path: "classes", lazy: page(() => import("./ClassesPage.tsx")) },
  { path: "classes/:id", lazy: page(() => import("./ClassPage.tsx")) },
  { path: "staff", lazy: page(() => import("./EmployeesPage.tsx")) },
  { path: "postings", lazy: page(() => import("./postings/PostingsPage.tsx")) },
  { path: "masters", lazy: page(() => import("./MastersPage.tsx")) },
  { path: "posts", lazy: page(() => import("./postings/PostsPage.tsx")) },
  { path: "licences", lazy: page(() => import("./postings/LicencesPage.tsx")) },
  { path: "review-classes", lazy: page(() => import("../../features/postings/ReviewClassesPage.tsx")) },
  { path: "returns", lazy: page(() => import("../../features/returns/DutiesPage.tsx")) },
  { path: "returns/:id", lazy: page(() => import("../../features/returns/ReturnPage.tsx")) },
  { path: "messages", lazy: page(() => import("../../features/account/MessagesPage.tsx")) },
  { path: "help", lazy: page(() => import("../../features/help/HelpPage.tsx")) },
  { path: "settings", lazy: page(() => import("./SettingsPage.tsx")) },
];

/** Pages of enterprises, under /enterprise. */
export const routes = staffPortal(
  "enterprise",
  {
    title: "企业",
    roles: ["enterprise"],
    nav: () => import("./nav.ts"),
    help: () => import("./help.ts"),
    office: "bureau",
  },
  children,
);
