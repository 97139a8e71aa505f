import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { Difference, differencesBetween } from "./differences.ts";
import { ByList } from "./lists.ts";
import { WhichVersion } from "./read-list.ts";
import { findVersion, rowsOf } from "./versions.ts";

/** Compares two versions of a list, in words. */
export const compareVersions = operation({
  method: "GET",
  path: "/api/v1/catalogue/:list/differences",
  summary: "比较目录的两个版本",
  permission: { public: true },
  params: ByList,
  query: WhichVersion.pick({ region: true }).extend({
    from: z.coerce.number().int().min(1),
    to: z.coerce.number().int().min(1),
  }),
  output: z.object({ differences: z.array(Difference) }),
  async run(context, { params, query }) {
    const rows = async (version: number) => {
      const found = await findVersion(context, params.list, query.region, { version });
      return rowsOf(context.db, params.list, found.id);
    };
    return { differences: differencesBetween(await rows(query.from), await rows(query.to)) };
  },
});
