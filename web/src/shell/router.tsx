import { createBrowserRouter, type RouteObject } from "react-router";
import { routes as adminRoutes } from "../admin/routes.tsx";
import { routes as auditRoutes } from "../audit/routes.tsx";
import { routes as bureauRoutes } from "../bureau/routes.tsx";
import { routes as enterpriseRoutes } from "../enterprise/routes.tsx";
import { routes as evaluationRoutes } from "../evaluation/routes.tsx";
import { routes as financeRoutes } from "../finance/routes.tsx";
import { routes as institutionRoutes } from "../institution/routes.tsx";
import { routes as learnerRoutes } from "../learner/routes.tsx";
import { routes as publicRoutes } from "../public/routes.tsx";
import { AppFrame } from "./AppFrame.tsx";
import { RouteError } from "./RouteError.tsx";

/** The showcase of the kit exists while developing only; a production build drops the branch and its files. */
const kitRoutes: RouteObject[] = import.meta.env.DEV
  ? [{ path: "kit/:part?", lazy: async () => ({ Component: (await import("../kit/KitPage.tsx")).KitPage }) }]
  : [];

export const router = createBrowserRouter([
  {
    Component: AppFrame,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [
      ...kitRoutes,
      learnerRoutes,
      institutionRoutes,
      enterpriseRoutes,
      evaluationRoutes,
      bureauRoutes,
      financeRoutes,
      auditRoutes,
      adminRoutes,
      publicRoutes,
    ],
  },
]);
