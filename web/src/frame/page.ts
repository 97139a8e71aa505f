import type { ComponentType } from "react";

/** Loads a page's file only when it is visited: `lazy: page(() => import("./ClaimsPage.tsx"))`. */
export function page(load: () => Promise<{ default: ComponentType }>) {
  return async () => ({ Component: (await load()).default });
}
