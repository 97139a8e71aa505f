import { HOMES, MESSAGE_TEMPLATES, messagePlace, QUEUES, ROLES, type Role } from "@jinengtong/words";
import { matchRoutes } from "react-router";
import { describe, expect, it } from "vitest";
import { portalsOf } from "../frame/staff-portal.ts";
import { routeTable } from "./route-table.ts";

const portals = await portalsOf(routeTable);

/** Whether an address is a page that the role may open. */
function opens(role: Role, address: string): boolean {
  const matches = matchRoutes(routeTable, address) ?? [];
  const last = matches.at(-1);
  if (last === undefined || last.route.path === "*") return false;
  const portal = portals.get(address.split("/")[1] ?? "");
  return portal === undefined ? !address.startsWith("/my") || role === "learner" : portal.roles.includes(role);
}

const SUBJECT = "00000000-0000-4000-8000-000000000000";

describe.each(Object.keys(ROLES) as Role[])("%s", (role) => {
  it("opens every page that a message leads to, with its record and without", () => {
    const dead = MESSAGE_TEMPLATES.flatMap((template) =>
      [null, SUBJECT].flatMap((subject) => {
        const place = messagePlace(template, role, subject);
        return place === null || opens(role, place.to) || isForLearners(template, role)
          ? []
          : [`${template} ${place.to}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  it("opens its first page and every page of its queues", () => {
    for (const address of [HOMES[role], ...Object.values(QUEUES[role] ?? {})])
      expect([address, opens(role, address)]).toEqual([address, true]);
  });
});

/** Templates that only people are told by say one page for all. */
const isForLearners = (template: string, role: Role): boolean =>
  role !== "learner" && messagePlace(template, role)?.to === messagePlace(template, "learner")?.to;
