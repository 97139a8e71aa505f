/** A route of the web app, as far as the walk needs it. */
interface Route {
  path?: string;
  index?: boolean;
  children?: Route[];
}

/** A staff portal, as far as the walk needs it. */
interface Portal {
  roles: string[];
  nav: { items: { to: string; roles?: string[] }[] }[];
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
  const { routeTable } = await ofTheApp<{ routeTable: Route[] }>("app/route-table.ts");
  const { portalsOf } = await ofTheApp<{ portalsOf: (routes: Route[]) => Promise<Map<string, Portal>> }>(
    "frame/staff-portal.ts",
  );
  const portals = new Map([[LEARNERS, { roles: ["learner"], nav: [] }], ...(await portalsOf(routeTable))]);
  return patternsOf(routeTable, "").map((pattern) => {
    const portal = portals.get(pattern.split("/")[1] ?? "");
    return {
      pattern,
      roles: portal === undefined ? null : portal.roles.filter((role) => offered(portal, pattern, role)),
    };
  });
}

const ofTheApp = async <M>(file: string): Promise<M> =>
  (await import(new URL(`../../web/src/${file}`, import.meta.url).href)) as M;

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
