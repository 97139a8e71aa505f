import type { RouteObject } from "react-router";
import type { IconName } from "../kit/Icon.tsx";
import { NotFound } from "./NotFound.tsx";
import type { Role } from "./roles.ts";

export interface NavItem {
  /** Absolute address: /bureau/claims. */
  to: string;
  title: string;
  icon?: IconName;
  /** Other words by which the command palette finds it. */
  words?: string;
  /** Only these of the portal's roles see it. */
  roles?: readonly Role[];
}

export interface NavSection {
  title?: string;
  items: readonly NavItem[];
}

export interface Portal {
  /** 人社, 财政…: the portal's name in the navigation. */
  title: string;
  /** Who may enter. */
  roles: readonly Role[];
  nav: readonly NavSection[];
}

/** What a portal's layout route carries for its shell. */
export interface PortalHandle {
  portal: Portal;
}

/** The routes of a staff portal: its pages within the staff shell, entered only by its roles. */
export function staffPortal(path: string, portal: Portal, children: RouteObject[]): RouteObject {
  return {
    path,
    handle: { portal } satisfies PortalHandle,
    lazy: async () => ({ Component: (await import("./StaffShell.tsx")).StaffShell }),
    children: [...children, { path: "*", Component: NotFound }],
  };
}
