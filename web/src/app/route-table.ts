import type { RouteObject } from "react-router";
import { routes as adminRoutes } from "../portals/admin/routes.tsx";
import { routes as auditRoutes } from "../portals/audit/routes.tsx";
import { routes as bureauRoutes } from "../portals/bureau/routes.tsx";
import { routes as enterpriseRoutes } from "../portals/enterprise/routes.tsx";
import { routes as evaluatorRoutes } from "../portals/evaluator/routes.tsx";
import { routes as financeRoutes } from "../portals/finance/routes.tsx";
import { routes as institutionRoutes } from "../portals/institution/routes.tsx";
import { routes as learnerRoutes } from "../portals/learner/routes.tsx";
import { routes as publicRoutes } from "../portals/public/routes.tsx";

/** All routes of the product. The browser journeys walk this table, so that every new page is tested. */
export const routeTable: RouteObject[] = [
  learnerRoutes,
  institutionRoutes,
  enterpriseRoutes,
  evaluatorRoutes,
  bureauRoutes,
  financeRoutes,
  auditRoutes,
  adminRoutes,
  publicRoutes,
];
