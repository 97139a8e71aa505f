import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../app.ts";
import { sql } from "../../kernel/database.ts";
import { followLaw } from "../../kernel/published-law.ts";
import { createServices } from "../../platform.ts";
import { aPreparedClaim, aTrainingPlace, draftDesk } from "../../test/index.ts";

/** A version published in one process is law in every other on the same database. */

const desk = draftDesk();
const { publish } = desk;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
beforeAll(async () => {
  place = await aTrainingPlace(desk.app());
});

describe("another process on the same database", () => {
  it("decides by a version that it wasn't told of, and hears of it where it only reads", async () => {
    await publish({ effective: { from: "2020-04-10" } }, 50);
    const { config } = desk.app().services;
    const other = await createServices(config, desk.app().ownerUrl, { clock: desk.app().services.clock });
    other.log.level = "silent";
    const otherApp = await createApp(other);
    const seen = () => other.policies.get("rugao-2019")?.version;
    // It started after a version was published here, and has it.
    expect(seen()).toBe("2.1.0");
    await publish({ version: "3.0.0", effective: { from: "2020-04-10" } }, 10);
    expect(seen()).toBe("2.1.0");
    const learner = await aPreparedClaim(desk.app(), place);
    // A write in the other process begins with what was published.
    await otherApp.inject({
      method: "POST",
      url: `/api/v1/claims/${learner.claim.id}/confirmation`,
      headers: { cookie: learner.client.cookie, "x-csrf-token": learner.client.csrfToken },
      payload: {},
    });
    expect(seen()).toBe("3.0.0");
    await otherApp.close();
    await other.database.destroy();
  });

  it("a decision made while a version is published is refused by the database, and made again", async () => {
    const { claim } = await aPreparedClaim(desk.app(), place);
    const insert = (law: string) =>
      desk
        .app()
        .services.database.transaction()
        .execute(async (db) => {
          await sql`select set_config('app.law', ${law}, true)`.execute(db);
          await sql`insert into claim_decision (claim_id, version, facts, policy_id, policy_digest, outcome)
          select claim_id, 99, facts, policy_id, policy_digest, outcome from claim_decision where claim_id = ${claim.id}`.execute(
            db,
          );
          throw new Error("enough");
        });
    await expect(insert("1")).rejects.toMatchObject({ code: "40001" });
    await expect(insert("2")).rejects.toThrow("enough");
  });

  it("is told by the database", async () => {
    const other = await createServices(desk.app().services.config, desk.app().ownerUrl, {
      clock: desk.app().services.clock,
    });
    other.log.level = "silent";
    const law = followLaw(other);
    await publish({ version: "3.1.0", effective: { from: "2020-04-11" } }, 20);
    await expect.poll(() => other.policies.get("rugao-2019")?.version).toBe("3.1.0");
    await law.stop();
    await other.database.destroy();
  });
});
