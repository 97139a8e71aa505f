import type { RouteObject } from "react-router";
import { staffPortal } from "../shell/portal.tsx";
import { nav } from "./nav.ts";

const children: RouteObject[] = [];

/** Pages of evaluation organisations, under /evaluation. */
export const routes = staffPortal("evaluation", { title: "评价机构", roles: ["evaluator"], nav }, children);
