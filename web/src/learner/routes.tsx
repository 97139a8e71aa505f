import type { RouteObject } from "react-router";
import { NotFound } from "../shell/NotFound.tsx";

/** A learner's own pages, under /my. */
export const routes: RouteObject = {
  path: "my",
  lazy: async () => ({ Component: (await import("../shell/LearnerShell.tsx")).LearnerShell }),
  children: [{ path: "*", Component: NotFound }],
};
