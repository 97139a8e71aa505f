import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrganisation, aPerson, createTestApp, type TestApp, type TestClient, upload } from "../../test/index.ts";

let app: TestApp;
let officer: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-25T02:00:00Z" });
  officer = await app.as("reviewer");
});
afterAll(() => app.close());

let serial = 0;
const given = (more: object = {}) => ({
  number: `S0001320000012050${String((serial += 1)).padStart(5, "0")}`,
  kind: "skill-level",
  occupation: "6-31-01-03",
  occupationName: "电工",
  level: 5,
  issuerName: "示例评价机构",
  issuedOn: "2020-03-01",
  ...more,
});
const declare = (client: TestClient, body: object) =>
  client.post<{ id: string }>("/api/v1/certificate-declarations", body);
const decide = (client: TestClient, id: string, verdict = "confirmed") =>
  client.post<{ certificateId: string | null }>(`/api/v1/certificate-declarations/${id}/decision`, {
    verdict,
    reason: "联网查询系统核验一致",
  });

async function aLearner() {
  const person = await aPerson(app);
  return { person, client: await app.as("learner", { personId: person.id }) };
}

describe("a certificate obtained elsewhere", () => {
  it("waits for an officer where the national query cannot tell, and then counts", async () => {
    const { client, person } = await aLearner();
    const body = given();
    const { body: declared } = await declare(client, body);
    const queue = await officer.get<{ rows: { id: string }[] }>("/api/v1/certificate-declarations?state=declared");
    expect(queue.body.rows.find((row) => row.id === declared.id)).toMatchObject({
      queryAnswer: "cannot-tell",
      state: "declared",
    });
    const { body: decided } = await decide(officer, declared.id);
    const row = await app.services.database
      .selectFrom("certificate")
      .select(["serial", "person_id", "source", "issuer_id"])
      .where("id", "=", decided.certificateId ?? "")
      .executeTakeFirst();
    expect(row).toEqual({ serial: body.number, person_id: person.id, source: "declared", issuer_id: null });
    expect((await decide(officer, declared.id)).body.code).toBe("certificate-declaration-state");
  });

  it("is one whatever its spelling, and was not issued to a child", async () => {
    const { client } = await aLearner();
    const body = given();
    expect((await declare(client, body)).status).toBe(200);
    const wide = body.number.replaceAll(/[0-9S]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
    for (const number of [body.number.toLowerCase(), wide, `${body.number.slice(0, 5)} ${body.number.slice(5)}`])
      expect(await declare((await aLearner()).client, { ...body, number })).toMatchObject({
        status: 409,
        body: { code: "certificate-declared-already" },
      });
    for (const issuedOn of ["1926-01-01", "1980-01-01"])
      expect(await declare(client, given({ issuedOn }))).toMatchObject({
        status: 422,
        body: { code: "issued-before-age" },
      });
  });

  it("declared by an enterprise makes or finds its holder", async () => {
    const enterprise = await app.as("enterprise", {
      organisationId: await anOrganisation(app, { kind: "enterprise" }),
    });
    const person = await aPerson(app, { name: "钱师傅" });
    const holder = { name: "钱师傅", citizenId: person.citizenId };
    expect((await declare(enterprise, given())).body.code).toBe("holder-missing");
    const { body } = await declare(enterprise, given({ holder }));
    const list = await enterprise.get<{ rows: object[] }>("/api/v1/certificate-declarations");
    expect(list.body.rows).toMatchObject([{ id: body.id, personId: person.id, holderName: "钱师傅" }]);
    expect(JSON.stringify(list.body)).not.toContain(person.citizenId);
  });

  it("is confirmed once, whoever decides at the same moment", async () => {
    const { client } = await aLearner();
    const { body } = await declare(client, given());
    const other = await app.as("reviewer");
    const answers = await Promise.all([decide(officer, body.id), decide(other, body.id), decide(other, body.id)]);
    expect(answers.filter((each) => each.status === 200)).toHaveLength(1);
    expect(answers.filter((each) => each.status === 409)).toHaveLength(2);
  });

  it("is declared once by its number", async () => {
    const one = await aLearner();
    const other = await aLearner();
    const body = given();
    const answers = await Promise.all([declare(one.client, body), declare(other.client, body)]);
    expect(answers.map((each) => each.status).toSorted()).toEqual([200, 409]);
    expect(answers.find((each) => each.status === 409)?.body.code).toBe("certificate-declared-already");
  });

  it.each<[string, object, string]>([
    ["a number of no such form", { number: "ABC123456" }, "/number"],
    ["a level the number does not bear", { level: 4 }, "/level"],
    ["a day still to come", { issuedOn: "2020-04-01" }, "/issuedOn"],
    ["an end before its beginning", { validTo: "2020-02-01" }, "/validTo"],
  ])("with %s is refused at the field", async (_name, more, pointer) => {
    const { client } = await aLearner();
    const answer = await declare(client, given(more));
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it("can be taken back before it is decided, and declared again", async () => {
    const { client } = await aLearner();
    const body = given();
    const first = await declare(client, body);
    expect((await client.post(`/api/v1/certificate-declarations/${first.body.id}/withdrawal`)).status).toBe(200);
    expect((await declare(client, body)).status).toBe(200);
  });

  it("may come with a photo that its declarer handed in before, and with nobody else's", async () => {
    const one = await aLearner();
    const other = await aLearner();
    const photo = await upload<{ id: string }>(one.client, "/api/v1/me/evidence", {
      name: "证书.jpg",
      content: Buffer.from("\xff\xd8\xff\xe0....", "latin1"),
    });
    const evidenceFileId = photo.body.id;
    expect((await declare(other.client, given({ evidenceFileId }))).body.code).toBe("evidence-unknown");
    const { body } = await declare(one.client, given({ evidenceFileId }));
    expect((await officer.get(`/api/v1/certificate-declarations/${body.id}/evidence`)).status).toBe(200);
  });

  it("comes with a scan that its region's officers see", async () => {
    const { client } = await aLearner();
    const { body } = await declare(client, given());
    const url = `/api/v1/certificate-declarations/${body.id}/evidence`;
    const send = (content: Buffer) =>
      client.inject({
        method: "POST",
        url,
        headers: { "content-type": "multipart/form-data; boundary=--x" },
        payload: Buffer.concat([
          Buffer.from('----x\r\ncontent-disposition: form-data; name="file"; filename="证书.jpg"\r\n\r\n'),
          content,
          Buffer.from("\r\n----x--\r\n"),
        ]),
      });
    expect((await send(Buffer.from("<svg onload=alert(1)>"))).statusCode).toBe(415);
    expect((await send(Buffer.from("\xff\xd8\xff\xe0....", "latin1"))).statusCode).toBe(200);
    const seen = await officer.inject({ method: "GET", url });
    expect([seen.statusCode, seen.headers["content-type"]]).toEqual([200, "image/jpeg"]);
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await elsewhere.get(url)).status).toBe(403);
  });
});
