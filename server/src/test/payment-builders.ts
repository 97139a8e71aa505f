import { randomUUID } from "node:crypto";
import { book, openSource } from "../fund/index.ts";
import type { TestApp } from "./app.ts";
import { region } from "./builder-kit.ts";
import { aClaim, type BuiltClaim, type ClaimWish } from "./claim-builders.ts";

let serial = 0;

/** A payee account of a person or organisation, sealed as the platform does. */
export async function aPayeeAccount(
  app: TestApp,
  given: ({ personId: string } | { organisationId: string }) & { number?: string; holder?: string },
): Promise<string> {
  const id = randomUUID();
  const number = given.number ?? `62284800100000${String((serial += 1)).padStart(5, "0")}`;
  const { sealer, database } = app.services;
  await database
    .insertInto("payee_account")
    .values({
      id,
      person_id: "personId" in given ? given.personId : null,
      organisation_id: "organisationId" in given ? given.organisationId : null,
      holder_name: given.holder ?? "张示例",
      bank_name: "示例农村商业银行",
      number_sealed: sealer.seal(number, { table: "payee_account", column: "number", row: id }),
      number_hash: sealer.lookupHash(number, "bank-account"),
      number_masked: `${number.slice(0, 4)} **** ${number.slice(-4)}`,
      created_by: null,
      replaced_at: null,
    })
    .execute();
  return id;
}

/** A fund source with quota and cash; default ten million yuan. */
export async function aSource(app: TestApp, given: { code?: string; fen?: number } = {}): Promise<string> {
  const fen = given.fen ?? 1_000_000_000;
  return app.work(async (context) => {
    const code = given.code ?? `S-${(serial += 1)}`;
    const sourceId = await openSource(context, {
      code,
      name: "失业保险基金（示例）",
      region: region(),
      openedOn: "2019-12-31",
      drawOrder: 1,
    });
    const given0 = { sourceId, amountFen: fen, postedOn: "2020-01-02", note: "期初" };
    await book(context, [
      { ...given0, movement: "quota-issued", key: `q:${sourceId}` },
      { ...given0, movement: "funded", key: `f:${sourceId}` },
    ]);
    return sourceId;
  });
}

/** A claim paid through the fund's operations: reserved, batched by one officer, released by another, confirmed by the bank. */
export async function aPaidClaim(
  app: TestApp,
  given: ClaimWish = {},
): Promise<BuiltClaim & { paymentId: string; batchId: string; sourceId: string }> {
  const { database } = app.services;
  const sourceId = given.sourceId ?? (await aSource(app));
  const claim = await aClaim(app, { ...given, sourceId, state: "payable" });
  const { approved_fen: fen } = await database
    .selectFrom("claim")
    .select("approved_fen")
    .where("id", "=", claim.id)
    .executeTakeFirstOrThrow();
  await aPayeeAccount(
    app,
    given.payeeKind === "organisation" && given.organisationId
      ? { organisationId: given.organisationId }
      : { personId: claim.personId },
  );
  await app.work((context) =>
    book(context, [
      {
        movement: "reserved",
        sourceId,
        amountFen: fen ?? 0,
        postedOn: "2020-04-20",
        key: `reserve:${claim.id}:0`,
        note: `核定 ${claim.number}`,
        claimId: claim.id,
      },
    ]),
  );
  const [maker, releaser] = [await app.as("finance", { name: "制单员" }), await app.as("finance", { name: "复核员" })];
  const made = await maker.post<{ id: string }>("/api/v1/payment-batches", { sourceId, claimIds: [claim.id] });
  const batch = `/api/v1/payment-batches/${made.body.id}`;
  await maker.post(`${batch}/submission`);
  await releaser.post(`${batch}/release`);
  await releaser.post(`${batch}/dispatch`);
  const payment = await database
    .selectFrom("payment")
    .select(["id", "number", "amount_fen"])
    .where("batch_id", "=", made.body.id)
    .executeTakeFirstOrThrow();
  await releaser.post("/api/v1/bank-returns", {
    lines: [
      {
        paymentNumber: payment.number,
        outcome: "paid",
        amountFen: payment.amount_fen,
        on: await app.work(({ today }) => Promise.resolve(today)),
        bankReference: `BANK-${payment.number}`,
      },
    ],
  });
  return { ...claim, paymentId: payment.id, batchId: made.body.id, sourceId };
}
