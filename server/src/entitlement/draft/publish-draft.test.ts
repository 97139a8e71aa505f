import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { aConfirmedClaim, aPreparedClaim, aTrainingPlace, draftDesk } from "../../test/index.ts";
import { decisionVerifier } from "../case/verify-decisions.ts";
import { versionVerifier } from "./verify-versions.ts";

/** Two officers publish versions of a policy on a county at work. */

const desk = draftDesk();
const { jia, yi, show, act, aDraft, doneWork, proveAndAssess, publish, submit, sign } = desk;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
beforeAll(async () => {
  place = await aTrainingPlace(desk.app());
});

interface Shown {
  claim: { state: string; askedFen: number };
  decision: { policy: { version: string } };
  versions: { policyVersion: string; amountFen: number }[];
}
const claimOf = async (id: string): Promise<Shown> => (await yi().get<Shown>(`/api/v1/claims/${id}`)).body;
const versionsThere = async () =>
  (await yi().get<{ rows: { programme: string; version: string }[] }>("/api/v1/policy-versions")).body.rows
    .filter(({ programme }) => programme === "rugao-2019")
    .map(({ version }) => version);

describe("publishing a version", () => {
  let id: string;
  let old: { id: string };

  it("needs a check without error, a proof and an assessment of this very content", async () => {
    old = (await aConfirmedClaim(desk.app(), place)).claim;
    id = await aDraft({ effective: { from: "2020-04-10" } }, 50);
    expect((await submit(id)).body.code).toBe("proof-missing");
    await doneWork(id, "policy-proof");
    expect((await submit(id)).body.code).toBe("impact-missing");
    await doneWork(id, "policy-impact");
    // A change makes both outdated.
    const { revision, files } = await show(id);
    const content = files.find((file) => file.path === "manifest.json")?.content;
    await jia().put(`/api/v1/policy-drafts/${id}/files`, {
      revision,
      changes: [{ path: "manifest.json", content: { ...content, notes: ["减半。"] } }],
    });
    expect((await submit(id)).body.code).toBe("proof-missing");
    await proveAndAssess(id);
    expect(await submit(id)).toMatchObject({ status: 200 });
    expect(await show(id)).toMatchObject({
      state: "submitted",
      submission: { by: "甲", mine: false, statement: null },
    });
  });

  it("isn't changed while it is to be signed, and goes back with a reason", async () => {
    const { revision } = await show(id);
    const changes = [{ path: "lists.json", content: {} }];
    expect((await jia().put(`/api/v1/policy-drafts/${id}/files`, { revision, changes })).body.code).toBe(
      "policy-draft-closed",
    );
    expect((await act(yi(), id, "return", { reason: "再核一次文号" })).status).toBe(200);
    expect(await show(id)).toMatchObject({
      state: "open",
      submission: null,
      returned: { by: "乙", reason: "再核一次文号" },
    });
    expect((await submit(id)).status).toBe(200);
  });

  it("isn't signed by who submitted it, nor by whoever read something else", async () => {
    const { digest } = await show(id);
    expect(await act(jia(), id, "signature", { digest })).toMatchObject({
      status: 409,
      body: { code: "signer-is-proposer" },
    });
    expect((await act(yi(), id, "signature", { digest: "sha256:0" })).body.code).toBe("draft-changed");
    // Nor by going round the operation.
    await expect(
      desk.app().work((context) =>
        context.db
          .insertInto("policy_version")
          .values({
            digest: "x",
            policy_id: "x",
            version: "1",
            draft_id: id,
            files: "{}",
            content: "",
            proof: "{}",
            statement: null,
            proposed_by: jia().accountId,
            approved_by: jia().accountId,
            published_on: "2020-04-10",
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ constraint: "publisher_is_not_proposer" });
    expect(await versionsThere()).toEqual(["2.0.0", "1.0.0"]);
  });

  it("is signed once, decides new claims, and leaves the old one its law", async () => {
    const { digest } = await show(id);
    const answers = await Promise.all([yi(), yi()].map((client) => act(client, id, "signature", { digest })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await versionsThere()).toEqual(["2.1.0", "2.0.0", "1.0.0"]);
    const { claim } = await aPreparedClaim(desk.app(), place);
    expect(await claimOf(claim.id)).toMatchObject({
      claim: { askedFen: 60_000 },
      decision: { policy: { version: "2.1.0" } },
    });
    expect(await claimOf(old.id)).toMatchObject({
      claim: { askedFen: 120_000 },
      decision: { policy: { version: "2.0.0" } },
    });
    expect(await show(id)).toMatchObject({ state: "published" });
    desk.wasPublished(50);
  });

  it("another draft of the version before it is told so", async () => {
    const stale = await aDraft({ version: "2.2.0" }, 25);
    await desk
      .app()
      .services.database.updateTable("policy_draft")
      .set({ base_version: "2.0.0", base_digest: desk.app().services.policies.get("rugao-2019@2.0.0")?.digest ?? "" })
      .where("id", "=", stale)
      .execute();
    expect((await submit(stale)).body.code).toBe("base-outdated");
    // Begun before the programme had a version, beside the draft that became its first: there is no base to compare.
    await desk
      .app()
      .services.database.updateTable("policy_draft")
      .set({ base_policy_id: null, base_version: null, base_digest: null })
      .where("id", "=", stale)
      .execute();
    expect((await submit(stale)).body.code).toBe("base-outdated");
  });

  it("a version that decides claims in hand again does so, and tells the person", async () => {
    const { claim, client } = await aConfirmedClaim(desk.app(), place);
    await publish({ effective: { from: "2020-04-10" }, transition: "redecide" }, 25);
    await desk.app().drain();
    expect(await claimOf(claim.id)).toMatchObject({
      decision: { policy: { version: "2.2.0" } },
      versions: [{ policyVersion: "2.1.0" }, { policyVersion: "2.1.0" }, { policyVersion: "2.2.0", amountFen: 30_000 }],
    });
    await desk.app().drain();
    const told = await client.get<{ rows: { text: string }[] }>("/api/v1/me/messages");
    expect(told.body.rows.map(({ text }) => text)).toContainEqual(expect.stringContaining("第 2.2.0 版施行"));
  });

  it("one that begins before claims that are paid needs a statement, and changes none of them", async () => {
    const owner = new pg.Client({ connectionString: desk.app().ownerUrl });
    await owner.connect();
    await owner.query("set session_replication_role = replica");
    await owner.query("update claim set state = 'paid' where id = $1", [old.id]);
    await owner.end();
    const early = await aDraft({ effective: { from: "2020-04-01" }, transition: "keep" }, 50);
    await proveAndAssess(early);
    expect(await submit(early)).toMatchObject({
      status: 422,
      body: { code: "statement-needed", detail: expect.stringContaining("已支付 1 笔") as string },
    });
    expect((await submit(early, "按市级批复自四月起执行")).status).toBe(200);
    expect((await sign(early)).status).toBe(200);
    await desk.app().drain();
    expect(await claimOf(old.id)).toMatchObject({
      claim: { state: "paid" },
      decision: { policy: { version: "2.2.0" } },
    });
    desk.wasPublished(50);
  });

  it("every old decision still replays", async () => {
    expect(await decisionVerifier.run(desk.app().services)).toMatchObject({ differences: [] });
    expect(await versionVerifier.run(desk.app().services)).toEqual({ checked: 3, differences: [] });
  });
});
