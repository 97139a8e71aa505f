import type { ComponentType } from "react";

/** Lazy-loads a page: `lazy: page(() => import("./ClaimsPage.tsx"))`. */
export function page(load: () => Promise<{ default: ComponentType }>) {
  return async () => ({ Component: (await load()).default });
}
