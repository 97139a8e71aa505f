import type { RouteObject } from "react-router";
import { NotFound } from "./NotFound.tsx";
import type { Portal, PortalHandle } from "./portal.ts";

/** A portal before somebody enters it: its navigation and help are loaded then. */
type Announced = Omit<Portal, "nav" | "help"> & {
  nav: () => Promise<Pick<Portal, "nav">>;
  help: () => Promise<Pick<Portal, "help">>;
};

const portals = new WeakMap<RouteObject, () => Promise<Portal>>();

/** The staff portals among these routes by the first part of their address, each as whoever enters it gets it. */
export async function portalsOf(routes: readonly RouteObject[]): Promise<Map<string, Portal>> {
  const found = await Promise.all(
    routes.map(async (route): Promise<[string, Portal][]> => {
      const portal = await portals.get(route)?.();
      return portal ? [[route.path ?? "", portal]] : [...(await portalsOf(route.children ?? []))];
    }),
  );
  return new Map(found.flat());
}

/**
 * Routes of a staff portal: its pages in the staff shell, restricted to its roles. What only those who enter need is loaded then, so
 * that the public home doesn't carry it.
 */
export function staffPortal(path: string, announced: Announced, children: RouteObject[]): RouteObject {
  const entered = async (): Promise<Portal> => {
    const [{ nav }, { help }] = await Promise.all([announced.nav(), announced.help()]);
    return { ...announced, nav, help };
  };
  const route: RouteObject = {
    path,
    lazy: async () => {
      const [{ StaffShell }, portal] = await Promise.all([import("./StaffShell.tsx"), entered()]);
      return { Component: StaffShell, handle: { portal } satisfies PortalHandle };
    },
    children: [...children, { path: "*", Component: NotFound }],
  };
  portals.set(route, entered);
  return route;
}
