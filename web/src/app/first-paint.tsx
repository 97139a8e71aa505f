import { enterCounty } from "@jinengtong/county";
import { placeholderCounty } from "@jinengtong/county/placeholder";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router";
import HomePage from "../portals/public/HomePage.tsx";
import { PublicShell } from "../frame/PublicShell.tsx";

/**
 * The public home, rendered at build time into `home.html`, so that a phone shows it while the script loads; the script then takes
 * over. The county's words are placeholders that the server fills.
 */
export async function firstPaint(): Promise<string> {
  enterCounty(placeholderCounty);
  const routes = [{ Component: PublicShell, children: [{ index: true, Component: HomePage }] }];
  const handler = createStaticHandler(routes);
  const found = await handler.query(new Request("http://localhost/"));
  if (found instanceof Response) throw new Error("the home page sends elsewhere");
  return renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, found)} context={found} hydrate={false} />
    </QueryClientProvider>,
  );
}
