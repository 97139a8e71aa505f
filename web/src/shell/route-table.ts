import type { RouteObject } from "react-router";
import { routes as adminRoutes } from "../admin/routes.tsx";
import { routes as auditRoutes } from "../audit/routes.tsx";
import { routes as bureauRoutes } from "../bureau/routes.tsx";
import { routes as enterpriseRoutes } from "../enterprise/routes.tsx";
import { routes as evaluationRoutes } from "../evaluation/routes.tsx";
import { routes as financeRoutes } from "../finance/routes.tsx";
import { routes as institutionRoutes } from "../institution/routes.tsx";
import { routes as learnerRoutes } from "../learner/routes.tsx";
import { routes as publicRoutes } from "../public/routes.tsx";

/** Every address of the product. The browser journeys walk this same table, so a new page is looked at from its first day. */
export const routeTable: RouteObject[] = [
  learnerRoutes,
  institutionRoutes,
  enterpriseRoutes,
  evaluationRoutes,
  bureauRoutes,
  financeRoutes,
  auditRoutes,
  adminRoutes,
  publicRoutes,
];
