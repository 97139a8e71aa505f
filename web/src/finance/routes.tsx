import type { RouteObject } from "react-router";
import { staffPortal } from "../shell/portal.tsx";
import { nav } from "./nav.ts";

const children: RouteObject[] = [];

/** Pages of the finance office, under /finance. */
export const routes = staffPortal("finance", { title: "财政", roles: ["finance"], nav }, children);
