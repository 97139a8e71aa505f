import type { Verifier } from "../../kernel/module.ts";
import { digestOf, rowsOf } from "./versions.ts";

/** Recomputes the digest of every published version and compares it. */
export const listVerifier: Verifier = {
  name: "目录",
  async run(services) {
    const versions = await services.database
      .selectFrom("catalogue_version")
      .select(["id", "list", "region", "version", "effective_from", "digest"])
      .where("digest", "like", "sha256:%")
      .execute();
    const differences: string[] = [];
    for (const version of versions) {
      const rows = await rowsOf(services.database, version.list, version.id);
      if (digestOf(version.list, version.region, version.effective_from, rows) !== version.digest)
        differences.push(
          `${version.list} version ${version.version} of ${version.region}: rows do not match the published digest`,
        );
    }
    return { checked: versions.length, differences };
  },
};
