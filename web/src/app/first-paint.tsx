import { enterCounty } from "@jinengtong/county";
import { placeholderCounty } from "@jinengtong/county/placeholder";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, Link, StaticRouterProvider, type RouteObject } from "react-router";
import { explainError } from "../api/problem.ts";
import { KitProvider } from "../kit/KitProvider.tsx";
import ClassSearchPage from "../portals/public/ClassSearchPage.tsx";
import HomePage from "../portals/public/HomePage.tsx";
import SignInPage from "../portals/public/SignInPage.tsx";
import { PublicShell } from "../frame/PublicShell.tsx";

/** Pages that are drawn at build time, by address. None of them holds anything of a person. */
const drawn: Record<string, RouteObject[]> = {
  "/": [{ Component: PublicShell, children: [{ index: true, Component: HomePage }] }],
  "/sign-in": [{ Component: PublicShell, children: [{ path: "sign-in", Component: SignInPage }] }],
  "/classes": [{ Component: PublicShell, children: [{ path: "classes", Component: ClassSearchPage }] }],
};

/** Addresses that `firstPaint` draws. */
export const drawnAddresses = Object.keys(drawn);

/**
 * A page as it is before its data come, rendered at build time into its document, so that a phone shows it while the script loads; the
 * script then takes over. The county's words are placeholders that the server fills.
 */
export async function firstPaint(address: string): Promise<string> {
  enterCounty(placeholderCounty);
  const handler = createStaticHandler(drawn[address] ?? []);
  const found = await handler.query(new Request(`http://localhost${address}`));
  if (found instanceof Response) throw new Error(`${address} sends elsewhere`);
  const html = renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <KitProvider link={Link} explain={explainError}>
        <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, found)} context={found} hydrate={false} />
      </KitProvider>
    </QueryClientProvider>,
  );
  // A form takes nothing before the script has come: what was typed would be lost, or sent as an address.
  return /<(?:form|input|select)\b/u.test(html) ? html.replace('<main id="main"', '<main id="main" inert=""') : html;
}
