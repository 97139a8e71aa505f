import type { RouteObject } from "react-router";
import { NotFound } from "./NotFound.tsx";
import type { Portal, PortalHandle } from "./portal.ts";

/** A portal before somebody enters it: its navigation and help are loaded then. */
type Announced = Omit<Portal, "nav" | "help"> & {
  nav: () => Promise<Pick<Portal, "nav">>;
  help: () => Promise<Pick<Portal, "help">>;
};

/**
 * Routes of a staff portal: its pages in the staff shell, restricted to its roles. What only those who enter need is loaded then, so
 * that the public home doesn't carry it.
 */
export function staffPortal(path: string, announced: Announced, children: RouteObject[]): RouteObject {
  return {
    path,
    lazy: async () => {
      const [{ StaffShell }, { nav }, { help }] = await Promise.all([
        import("./StaffShell.tsx"),
        announced.nav(),
        announced.help(),
      ]);
      return { Component: StaffShell, handle: { portal: { ...announced, nav, help } } satisfies PortalHandle };
    },
    children: [...children, { path: "*", Component: NotFound }],
  };
}
