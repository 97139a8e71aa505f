import { describe, expect, it } from "vitest";
import { civilDate } from "./civil-date.ts";
import { makeCitizenId } from "./citizen-id.ts";
import { agreesWithCard, makeResidenceCard, maskPaperNumber, parseIdentityPaper } from "./identity-paper.ts";

const BORN = civilDate("1981-08-03");
const citizen = makeCitizenId("320682", BORN, 21);
const card = makeResidenceCard("CAN", "3206", BORN, 2);

describe("the number of a paper", () => {
  it.each([
    ["an identity card", citizen, { kind: "citizen", birthDate: BORN, sex: "M" }],
    ["a permit of Hong Kong residents", makeCitizenId("810000", BORN, 22), { kind: "citizen", sex: "F" }],
    ["a permit of Macao residents", makeCitizenId("820000", BORN, 23), { kind: "citizen", sex: "M" }],
    ["a permit of Taiwan residents", makeCitizenId("830000", BORN, 24), { kind: "citizen", sex: "F" }],
    ["a residence card since 2023", makeCitizenId("911124", BORN, 2), { kind: "citizen", birthDate: BORN, sex: "F" }],
    ["a residence card before", card, { kind: "residence-card", birthDate: null, nationality: "CAN" }],
    [
      "the same, written with blanks and small letters",
      ` ${card.toLowerCase().replace("can", "c an ")}`,
      { number: card },
    ],
    ["a passport", "e 1234 5678", { kind: "passport", number: "E12345678", birthDate: null, sex: null }],
    ["a passport of nine digits", "512345678", { kind: "passport" }],
    ["a passport with letters inside", "12AB34567", { kind: "passport" }],
  ])("of %s", (_name, text, expected) => {
    const parsed = parseIdentityPaper(text);
    expect(parsed).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ["a card with a wrong digit", `${card.slice(0, 14)}${(Number(card[14]) + 1) % 10}`, "id-checksum"],
    ["two digits changed round", `${card.slice(0, 5)}${card[6]}${card[5]}${card.slice(7)}`, "id-checksum"],
    ["a card of no such day", makeResidenceCard("CAN", "3206", BORN, 2).replace("810803", "811303"), "id-birth-date"],
    ["fifteen digits", "320682810803021", "id-fifteen-digits"],
    ["a phone", "13812345678", "id-length"],
    ["nothing", "  ", "id-empty"],
    ["a wrong check digit", `${citizen.slice(0, 17)}${citizen[17] === "1" ? "2" : "1"}`, "id-checksum"],
  ])("isn't %s", (_name, text, code) => {
    expect(parseIdentityPaper(text)).toMatchObject({ ok: false, code });
  });

  it.each([
    [citizen, `3206${"*".repeat(12)}${citizen.slice(16)}`],
    [card, `CAN${"*".repeat(10)}${card.slice(13)}`],
    ["E12345678", "E******78"],
  ])("%s is masked", (number, masked) => {
    expect(maskPaperNumber(number)).toBe(masked);
  });

  it.each([
    ["1981-08-03", true],
    ["1981-08-04", false],
    ["2081-08-03", true],
  ])("a birth on %s agrees with the card: %s", (day, agrees) => {
    expect(agreesWithCard(day, card.slice(7, 13))).toBe(agrees);
  });
});
