import { createBrowserRouter, type RouteObject } from "react-router";
import { AppFrame } from "./AppFrame.tsx";
import { RouteError } from "./RouteError.tsx";
import { routeTable } from "./route-table.ts";

/** The showcase of the kit exists while developing only; a production build drops the branch and its files. */
const kitRoutes: RouteObject[] = import.meta.env.DEV
  ? [{ path: "kit/:part?", lazy: async () => ({ Component: (await import("../showcase/KitPage.tsx")).KitPage }) }]
  : [];

export const router = createBrowserRouter([
  {
    Component: AppFrame,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [...kitRoutes, ...routeTable],
  },
]);
