import "./app/older-browsers.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { queryClient } from "./api/query-client.ts";
import { enterCountyOfPage } from "./app/enter-county.ts";
import { router } from "./app/router.tsx";
import { applyTheme } from "./kit/use-theme.ts";
import "./kit/base.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

applyTheme();
await enterCountyOfPage();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

/** The first visit has passed by then: nothing of this is in its way. */
const LATER_MS = 4_000;

if (import.meta.env.PROD && "serviceWorker" in navigator)
  addEventListener("load", () =>
    setTimeout(
      () =>
        void import("./app/offline/offline.tsx")
          .then(({ keepAppOnDevice }) => keepAppOnDevice())
          // Private windows refuse it; the app works without.
          .catch(() => undefined),
      LATER_MS,
    ),
  );
