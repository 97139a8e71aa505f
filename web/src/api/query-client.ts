import { QueryClient } from "@tanstack/react-query";

/** Retries live in the client (`send`), which knows what is safe to repeat; queries only keep what was fetched. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 15_000, refetchOnWindowFocus: "always" },
    mutations: { retry: false },
  },
});
