import type { RouteObject } from "react-router";
import { staffPortal } from "../shell/portal.tsx";
import { nav } from "./nav.ts";

const children: RouteObject[] = [];

/** Pages of enterprises, under /enterprise. */
export const routes = staffPortal("enterprise", { title: "企业", roles: ["enterprise"], nav }, children);
