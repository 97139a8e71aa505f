import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FactAnswer } from "./port.ts";

/** Behaviour of the double: answers, keeps silent until the caller gives up, fails, or talks nonsense. */
export type DoubleMood = "answers" | "silent" | "fails" | "nonsense";

/**
 * An office's system for trials and tests: answers over HTTP on the loopback what it was told, and only to who has the token. Returns its
 * address, and the questions it was asked.
 */
export async function startFactDouble(given: { token: string; answers: readonly FactAnswer[] }) {
  const double = {
    url: "",
    mood: "answers" as DoubleMood,
    asked: [] as { day: string; persons: { citizenId: string }[] }[],
    close: () => new Promise<void>((done) => void server.close(() => done())),
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      if (request.headers.authorization !== `Bearer ${given.token}`) return void response.writeHead(401).end();
      const question = JSON.parse(Buffer.concat(parts).toString("utf8")) as (typeof double.asked)[number];
      double.asked.push(question);
      if (double.mood === "silent") return;
      if (double.mood === "fails") return void response.writeHead(503).end();
      if (double.mood === "nonsense") return void response.end("<html>");
      const known = new Set(question.persons.map(({ citizenId }) => citizenId));
      const answers = given.answers.filter(({ citizenId }) => known.has(citizenId));
      response.setHeader("content-type", "application/json").end(JSON.stringify({ answers }));
    });
  });
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return double;
}
