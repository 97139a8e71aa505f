import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { exportPolicy } from "../../admin/export-policy.ts";
import { readPolicies } from "../../kernel/policies.ts";
import { learnLaw } from "../../kernel/published-law.ts";
import { createServices } from "../../platform.ts";
import { draftDesk } from "../../test/index.ts";
import { versionVerifier } from "./verify-versions.ts";

/** A published version as content: the same wherever it is kept, and never altered. */

const desk = draftDesk();
beforeAll(() => desk.publish({ effective: { from: "2020-04-10" } }, 50));

describe("a published version as files", () => {
  it("is written into a directory of policies, where the platform finds the same version again", async () => {
    const directory = await mkdtemp(path.join(tmpdir(), "policies-"));
    const digest = await exportPolicy(
      desk.app().services.database,
      "rugao-2019@2.1.0",
      path.join(directory, "rugao-2019"),
    );
    const policies = await readPolicies(directory);
    expect(policies.get("rugao-2019")).toMatchObject({ version: "2.1.0", digest });
    expect(policies.publicationOf(digest)).toMatchObject({ publishedOn: "2020-04-10", place: "files" });
    // Known from both places, it is one version.
    await learnLaw({ policies }, desk.app().services.database);
    expect(policies.versionsOf("rugao-2019").filter(({ version }) => version === "2.1.0")).toHaveLength(1);
    await expect(
      exportPolicy(desk.app().services.database, "rugao-2019@2.1.0", path.join(directory, "rugao-2019")),
    ).rejects.toThrow("已经发布");
    await expect(exportPolicy(desk.app().services.database, "rugao-2019@2.0.0", directory)).rejects.toThrow(
      "没有签发过",
    );
    await rm(directory, { recursive: true });
  });
});

describe("a version altered in the database", () => {
  it("can't be altered by the platform, and stops the start with a sentence", async () => {
    const alter =
      "update policy_version set files = replace(files, '\"percent\":50', '\"percent\":90') where version = '2.1.0'";
    const owner = new pg.Client({ connectionString: desk.app().ownerUrl });
    await owner.connect();
    await expect(owner.query(alter)).rejects.toMatchObject({ code: "JN001" });
    await owner.query("set session_replication_role = replica");
    expect((await owner.query(alter)).rowCount).toBe(1);
    await owner.end();
    await expect(createServices(desk.app().services.config, desk.app().ownerUrl)).rejects.toThrow(
      "政策 rugao-2019 第 2.1.0 版在数据库中的内容与发布时的指纹不符，不能据以裁定",
    );
    expect((await versionVerifier.run(desk.app().services)).differences).toEqual([
      "政策 rugao-2019 第 2.1.0 版与发布时的指纹不符",
    ]);
    expect((await readPolicies(desk.app().services.config.policiesDir)).known).toBe(0);
  });
});
