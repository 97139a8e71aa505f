/** A route of the web app, as far as the walk needs it. */
interface Route {
  path?: string;
  index?: boolean;
  children?: Route[];
  handle?: { portal?: { roles: string[]; nav: { items: { to: string; roles?: string[] }[] }[] } };
}

export interface Address {
  /** `/bureau/claims/:id` */
  pattern: string;
  /** Roles of the page; null: public. */
  roles: readonly string[] | null;
}

const LEARNERS = "my";

/** Every address of the product, read from the route table that the web app itself runs on. */
export async function addresses(): Promise<Address[]> {
  const file = new URL("../../web/src/app/route-table.ts", import.meta.url);
  const { routeTable } = (await import(file.href)) as { routeTable: Route[] };
  const portals = new Map([[LEARNERS, { roles: ["learner"], nav: [] }], ...portalsOf(routeTable)]);
  return patternsOf(routeTable, "").map((pattern) => {
    const portal = portals.get(pattern.split("/")[1] ?? "");
    return {
      pattern,
      roles: portal === undefined ? null : portal.roles.filter((role) => offered(portal, pattern, role)),
    };
  });
}

type Portal = NonNullable<NonNullable<Route["handle"]>["portal"]>;

function portalsOf(routes: Route[]): [string, Portal][] {
  return routes.flatMap(({ path, handle, children = [] }) =>
    handle?.portal === undefined ? portalsOf(children) : [[path ?? "", handle.portal] as [string, Portal]],
  );
}

function patternsOf(routes: Route[], above: string): string[] {
  return routes.flatMap(({ path, index, children }) => {
    if (path === "*") return [];
    const here = path === undefined ? above : `${above}/${path}`;
    return children === undefined || index === true ? [here === "" ? "/" : here] : patternsOf(children, here);
  });
}

/** A page is offered to whoever sees its list, or the page it lies under, in the navigation. */
function offered({ nav }: Portal, pattern: string, role: string): boolean {
  const item = nav
    .flatMap((section) => section.items)
    .filter(({ to }) => pattern === to || (pattern.startsWith(`${to}/`) && to.split("/").length > 2))
    .toSorted((a, b) => b.to.length - a.to.length)[0];
  return item?.roles?.includes(role) ?? true;
}
