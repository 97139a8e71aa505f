import "./app/older-browsers.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router/dom";
import { queryClient } from "./api/query-client.ts";
import { enterCountyOfPage } from "./app/enter-county.ts";
import { router } from "./app/router.tsx";
import "./kit/base.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

await enterCountyOfPage();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
