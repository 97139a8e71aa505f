import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  aClaim,
  aConfirmedClaim,
  anApprovedClaim,
  aPreparedClaim,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
} from "../../test/index.ts";
import { markBatched } from "../index.ts";

let app: TestApp;
let place: Awaited<ReturnType<typeof aTrainingPlace>>;
let first: TestClient;
let second: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-04-10T10:00:00+08:00" });
  delete app.services.house.offers.reservation;
  place = await aTrainingPlace(app);
});
beforeEach(async () => {
  first = await app.as("reviewer");
  second = await app.as("reviewer");
});
afterAll(() => app.close());

const stateOf = async (id: string) =>
  (await app.services.database.selectFrom("claim").select("state").where("id", "=", id).executeTakeFirstOrThrow())
    .state;

interface Listed {
  rows: { id: string; claimId: string; reason: string; mayDecide: boolean; agreed: boolean | null }[];
}
const listed = async (client: TestClient, claimId: string, open = true) =>
  (await client.get<Listed>(`/api/v1/cancellations?open=${String(open)}`)).body.rows.filter(
    (row) => row.claimId === claimId,
  );

const revoke = async (client: TestClient, certificateId: string) => {
  expect((await client.post(`/api/v1/certificates/${certificateId}/revocation`, { reason: "考勤不实" })).status).toBe(
    200,
  );
  await app.drain();
};

describe("when a certificate is revoked", () => {
  it("its prepared claim lapses", async () => {
    const { certificateId, claim } = await aPreparedClaim(app, place);
    await revoke(first, certificateId);
    expect(await stateOf(claim.id)).toBe("lapsed");
  });

  it("a returned claim can only be withdrawn, and says why", async () => {
    const { certificateId, claim, client } = await aConfirmedClaim(app, place);
    const returned = { verdict: "return", reason: "请补签到照片" };
    expect((await first.post(`/api/v1/claims/${claim.id}/first-review`, returned)).status).toBe(200);
    await revoke(first, certificateId);
    expect(await client.post(`/api/v1/claims/${claim.id}/resubmission`, {})).toMatchObject({
      status: 409,
      body: { code: "certificate-revoked", detail: expect.stringContaining("撤回") },
    });
    expect((await client.post(`/api/v1/claims/${claim.id}/withdrawal`, { reason: "证书撤销了" })).status).toBe(200);
    expect(await stateOf(claim.id)).toBe("withdrawn");
  });

  it("an approved claim waits for another officer to cancel it", async () => {
    const { certificateId, claim } = await anApprovedClaim(app, place, [first, second]);
    await revoke(first, certificateId);
    expect(await stateOf(claim.id)).toBe("approved");
    expect(await listed(first, claim.id)).toMatchObject([{ mayDecide: false }]);
    const [asked] = await listed(second, claim.id);
    expect(asked).toMatchObject({ mayDecide: true, agreed: null, reason: expect.stringContaining("考勤不实") });
    expect((await second.post(`/api/v1/cancellations/${asked?.id}/decision`, { agreed: true })).status).toBe(200);
    expect(await stateOf(claim.id)).toBe("cancelled");
    expect(await listed(second, claim.id)).toEqual([]);
    expect(await listed(second, claim.id, false)).toMatchObject([{ agreed: true }]);
  });
});

describe("while a cancellation is open", () => {
  it("the claim is not paid; refused, it goes on", async () => {
    const { id, number } = await aClaim(app, { state: "payable" });
    const asked = await first.post<{ id: string }>(`/api/v1/claims/${id}/cancellations`, { reason: "标准用错" });
    await expect(app.work((context) => markBatched(context, [id]))).rejects.toMatchObject({
      code: "claim-cancellation-open",
      message: expect.stringContaining(number),
    });
    expect((await second.post(`/api/v1/cancellations/${asked.body.id}/decision`, { agreed: false })).status).toBe(200);
    await app.work((context) => markBatched(context, [id]));
    expect(await stateOf(id)).toBe("batched");
  });
});
