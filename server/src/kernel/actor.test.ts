import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Actor, covers, type Owner, ROLES, type Role } from "./actor.ts";

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  accountId: "a",
  name: "测试",
  role,
  region: "320682",
  organisationId: null,
  personId: null,
  sessionId: null,
  scopes: null,
  ...more,
});

const OF_ORGANISATIONS = ["institution", "enterprise", "evaluator"] as const;
const OFFICERS = ["reviewer", "department", "finance", "auditor", "security", "admin"] as const;

describe("what an actor covers", () => {
  test.each<[string, Actor, Owner, boolean, ("read" | "change")?]>([
    ["a learner their own", actor("learner", { personId: "p1" }), { personId: "p1" }, true],
    ["a learner nobody else's", actor("learner", { personId: "p1" }), { personId: "p2" }, false],
    [
      "a learner not their whole town",
      actor("learner", { personId: "p1" }),
      { personId: "p2", region: "320682001" },
      false,
    ],
    ["a learner without a record nothing", actor("learner"), { personId: null }, false],
    ["an institution its own", actor("institution", { organisationId: "o1" }), { organisationId: "o1" }, true],
    ["an institution nobody else's", actor("institution", { organisationId: "o1" }), { organisationId: "o2" }, false],
    [
      "an enterprise the class its staff attends",
      actor("enterprise", { organisationId: "e1" }),
      { organisationId: "o1", alsoOrganisationId: "e1" },
      true,
      "read",
    ],
    [
      "an enterprise nothing of that class to change",
      actor("enterprise", { organisationId: "e1" }),
      { organisationId: "o1", alsoOrganisationId: "e1" },
      false,
      "change",
    ],
    ["an institution nothing by region", actor("institution", { organisationId: "o1" }), { region: "320682" }, false],
    [
      "an organisation account without one nothing",
      actor("evaluator"),
      { organisationId: null, alsoOrganisationId: null },
      false,
    ],
    ["a county officer the county", actor("reviewer"), { region: "320682" }, true],
    ["a county officer its towns", actor("finance"), { region: "320682103" }, true],
    ["a county officer no other county", actor("auditor"), { region: "320681103" }, false],
    ["a town officer the town", actor("reviewer", { region: "320682103" }), { region: "320682103" }, true],
    ["a town officer no other town", actor("reviewer", { region: "320682103" }), { region: "320682104" }, false],
    ["a town officer not the county", actor("reviewer", { region: "320682103" }), { region: "320682" }, false],
    ["a city officer its counties", actor("auditor", { region: "3206" }), { region: "320682103" }, true],
    ["an officer nothing without a region", actor("reviewer"), { personId: "p1" }, false],
  ])("%s", (_what, who, owner, expected, to = "change") => {
    expect(covers(who, owner, to)).toBe(expected);
  });
});

const id = fc.constantFrom("x1", "x2", "x3");
const maybe = fc.option(id, { nil: null });
const region = fc.constantFrom("32", "3206", "320682", "320681", "320682001", "320682103", "320681001");
const owners: fc.Arbitrary<Owner> = fc.record(
  { personId: maybe, organisationId: maybe, alsoOrganisationId: maybe, region: fc.option(region, { nil: null }) },
  { requiredKeys: [] },
);
const actors = fc
  .record({ role: fc.constantFrom(...(Object.keys(ROLES) as Role[])), region, organisationId: maybe, personId: maybe })
  .map(({ role, ...more }) => actor(role, more));

describe("over every role, region and ownership", () => {
  test("nobody covers a thing that belongs to nobody", () => {
    expect(() => fc.assert(fc.property(actors, (who) => !covers(who, {})))).not.toThrow();
  });

  test("a learner and an organisation cover by identity alone: the region makes no difference", () => {
    const insiders = actors.filter((who) => !OFFICERS.some((role) => role === who.role));
    expect(() =>
      fc.assert(
        fc.property(
          insiders,
          owners,
          region,
          (who, owner, other) => covers(who, { ...owner, region: other }) === covers({ ...who, region: other }, owner),
        ),
      ),
    ).not.toThrow();
  });

  test("an officer covers by region alone: whose it is makes no difference", () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.constantFrom(...OFFICERS),
          region,
          owners,
          (role, area, owner) =>
            covers(actor(role, { region: area }), owner) === (owner.region?.startsWith(area) ?? false),
        ),
      ),
    ).not.toThrow();
  });

  test("an organisation covers exactly what names it", () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.constantFrom(...OF_ORGANISATIONS),
          id,
          owners,
          (role, organisationId, owner) =>
            covers(actor(role, { organisationId }), owner, "read") ===
              [owner.organisationId, owner.alsoOrganisationId].includes(organisationId) &&
            covers(actor(role, { organisationId }), owner, "change") === (owner.organisationId === organisationId),
        ),
      ),
    ).not.toThrow();
  });

  test("a wider region never covers less", () => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.constantFrom(...OFFICERS),
          region,
          owners,
          (role, area, owner) =>
            covers(actor(role, { region: area.slice(0, 4) }), owner) || !covers(actor(role, { region: area }), owner),
        ),
      ),
    ).not.toThrow();
  });
});
