import type { RouteObject } from "react-router";
import { staffPortal } from "../shell/portal.tsx";
import { nav } from "./nav.ts";

const children: RouteObject[] = [];

/** Pages of the human-resources bureau and the departments, under /bureau. */
export const routes = staffPortal("bureau", { title: "人社部门", roles: ["reviewer", "department"], nav }, children);
