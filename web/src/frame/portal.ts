import type { County } from "@jinengtong/county";
import type { IconName } from "../kit/Icon.tsx";
import type { HelpTopic } from "./help-topic.ts";
import type { Role } from "./roles.ts";

/** A page in a staff portal's navigation. */
export interface NavItem {
  /** Absolute address: /bureau/claims. */
  to: string;
  title: string;
  icon?: IconName;
  /** Keywords for the command palette. */
  words?: string;
  /** Only these of the portal's roles see it. */
  roles?: readonly Role[];
  /** Saved views of the page. */
  views?: readonly { to: string; title: string }[];
}

export interface NavSection {
  title?: string;
  items: readonly NavItem[];
}

export interface Portal {
  /** 人社, 财政…: the portal's name in the navigation. */
  title: string;
  /** Roles that may enter. */
  roles: readonly Role[];
  nav: readonly NavSection[];
  help: readonly HelpTopic[];
  /** The office of the county's file that its users ask. */
  office: keyof County["offices"];
}

/** Handle of a portal's layout route, read by its shell. */
export interface PortalHandle {
  portal: Portal;
}
