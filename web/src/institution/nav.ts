import type { NavSection } from "../shell/portal.tsx";

export const nav: readonly NavSection[] = [{ items: [{ to: "/institution", title: "工作台", icon: "home" }] }];
