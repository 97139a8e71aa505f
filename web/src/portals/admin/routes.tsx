import type { RouteObject } from "react-router";
import { page } from "../../frame/page.ts";
import { staffPortal } from "../../frame/staff-portal.ts";

const children: RouteObject[] = [
  { index: true, lazy: page(() => import("./HomePage.tsx")) },
  { path: "messages", lazy: page(() => import("../../features/account/MessagesPage.tsx")) },
  { path: "help", lazy: page(() => import("../../features/help/HelpPage.tsx")) },
  { path: "accounts", lazy: page(() => import("./AccountsPage.tsx")) },
  { path: "lockouts", lazy: page(() => import("./LockoutsPage.tsx")) },
  { path: "sessions", lazy: page(() => import("./SessionsPage.tsx")) },
  { path: "tokens", lazy: page(() => import("./TokensPage.tsx")) },
  { path: "scopes", lazy: page(() => import("../../features/figures/ScopesPage.tsx")) },
  { path: "keepers", lazy: page(() => import("./KeepersPage.tsx")) },
  { path: "tasks", lazy: page(() => import("./TasksPage.tsx")) },
  { path: "log", lazy: page(() => import("../../features/audit-log/AuditLogPage.tsx")) },
  { path: "accesses", lazy: page(() => import("../../features/audit-log/AccessesPage.tsx")) },
];

/** Pages of the administrators, under /admin. */
export const routes = staffPortal(
  "admin",
  {
    title: "系统管理",
    roles: ["admin", "security"],
    nav: () => import("./nav.ts"),
    help: () => import("./help.ts"),
    office: "bureau",
  },
  children,
);
