import { verify } from "../../server/src/admin/verify.ts";
import type { Invariant } from "./invariant.ts";

export const recomputed: Invariant = {
  sentence: "Everything derived can be derived again and comes out the same (`admin verify`).",
  each: "week",
  async check({ world }) {
    const report = await verify(world.services);
    return report.checks
      .filter((check) => !check.ok)
      .map((check) => `${check.name}: ${check.differing} differ, ${check.differences.slice(0, 3).join("; ")}`);
  },
};
