import type { RouteObject } from "react-router";
import { staffPortal } from "../shell/portal.tsx";
import { nav } from "./nav.ts";

const children: RouteObject[] = [];

/** Pages of the administrators, under /admin. */
export const routes = staffPortal("admin", { title: "系统管理", roles: ["admin", "security"], nav }, children);
