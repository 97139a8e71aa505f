import { ROLES, type Role } from "@jinengtong/words";
import { matchRoutes, type RouteObject } from "react-router";
import { describe, expect, it } from "vitest";
import { findTopics, type HelpTopic, topicAt, topicsOf } from "../frame/help-topic.ts";
import { portalsOf } from "../frame/staff-portal.ts";
import { learnerTopics } from "../features/help/learner/help.ts";
import { routeTable } from "./route-table.ts";

const portals = [...(await portalsOf(routeTable)).values()];

const helpOf = (role: Role): readonly HelpTopic[] => {
  if (role === "learner") return learnerTopics;
  const portal = portals.find(({ roles }) => roles.includes(role));
  return portal === undefined ? [] : topicsOf(portal.help, role);
};

/** Whether an address has a page, and not the one that says there is none. */
const exists = (address: string): boolean => {
  const last = matchRoutes(routeTable as RouteObject[], address)?.at(-1);
  return last !== undefined && last.route.path !== "*";
};

describe.each(Object.keys(ROLES) as Role[])("help of %s", (role) => {
  const topics = helpOf(role);

  it("is there, each topic once, and leads to pages that exist", () => {
    expect(topics.length).toBeGreaterThanOrEqual(4);
    expect(new Set(topics.map(({ id }) => id)).size).toBe(topics.length);
    expect(topics.filter(({ page }) => !exists(page)).map(({ page }) => page)).toEqual([]);
    const [first] = topics;
    expect(exists(`/${first?.page.split("/")[1]}/help`)).toBe(true);
  });

  it("names only pages of the role's menu", () => {
    const portal = portals.find(({ roles }) => roles.includes(role));
    const shown = portal?.nav.flatMap(({ items }) =>
      items.filter((item) => item.roles === undefined || item.roles.includes(role)).map(({ to }) => to),
    );
    expect(topics.filter(({ page }) => shown?.includes(page) === false)).toEqual([]);
  });
});

it("finds help by what people type, and the help of a page", () => {
  const topics = helpOf("finance");
  expect(findTopics(topics, "回单").map(({ id }) => id)).toContain("bank");
  expect(findTopics(topics, "bp").map(({ id }) => id)).toEqual(["batch"]);
  expect(findTopics(topics, "帮助")).toHaveLength(topics.length);
  expect(topicAt(topics, "/finance/sources")?.id).toBe("sources");
  expect(topicAt(topics, "/finance")).toBeUndefined();
});
