import type { RouteObject } from "react-router";
import { NotFound } from "./NotFound.tsx";
import type { Portal, PortalHandle } from "./portal.ts";

/** Routes of a staff portal: its pages in the staff shell, restricted to its roles. */
export function staffPortal(path: string, portal: Portal, children: RouteObject[]): RouteObject {
  return {
    path,
    handle: { portal } satisfies PortalHandle,
    lazy: async () => ({ Component: (await import("./StaffShell.tsx")).StaffShell }),
    children: [...children, { path: "*", Component: NotFound }],
  };
}
