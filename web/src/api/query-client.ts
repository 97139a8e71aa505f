import { QueryClient } from "@tanstack/react-query";

/** The client (`send`) retries, since it knows what is safe to repeat; queries only cache. */
export const queryClient = new QueryClient({
  defaultOptions: {
    // "always": without a network the device may have kept the answer, and else the page says that there is none.
    queries: {
      retry: false,
      staleTime: 15_000,
      refetchOnWindowFocus: "always",
      refetchOnReconnect: true,
      networkMode: "always",
    },
    // "always": the default would queue an act while offline, and do it after the person has given it up.
    mutations: { retry: false, networkMode: "always" },
  },
});
