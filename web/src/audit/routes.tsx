import type { RouteObject } from "react-router";
import { staffPortal } from "../shell/portal.tsx";
import { nav } from "./nav.ts";

const children: RouteObject[] = [];

/** Pages of the auditors, under /audit. */
export const routes = staffPortal("audit", { title: "审计", roles: ["auditor"], nav }, children);
