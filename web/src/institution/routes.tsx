import type { RouteObject } from "react-router";
import { staffPortal } from "../shell/portal.tsx";
import { nav } from "./nav.ts";

const children: RouteObject[] = [];

/** Pages of training institutions, under /institution. */
export const routes = staffPortal("institution", { title: "培训机构", roles: ["institution"], nav }, children);
