import type { RouteObject } from "react-router";
import { NotFound } from "../shell/NotFound.tsx";
import { page } from "../shell/page.ts";
import { PublicShell } from "../shell/PublicShell.tsx";
import HomePage from "./HomePage.tsx";

/** Everything that anybody may see. The home page comes with the first load; the others when they are visited. */
export const routes: RouteObject = {
  Component: PublicShell,
  children: [
    { index: true, Component: HomePage },
    { path: "sign-in", lazy: page(() => import("./SignInPage.tsx")) },
    { path: "password", lazy: page(() => import("./PasswordPage.tsx")) },
    { path: "*", Component: NotFound },
  ],
};
