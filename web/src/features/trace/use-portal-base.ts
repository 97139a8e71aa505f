import { useLocation } from "react-router";

/** Base path of the current portal: `/audit`, `/finance`… Shared pages have the same addresses in each. */
export const usePortalBase = (): string => `/${useLocation().pathname.split("/")[1] ?? ""}`;
