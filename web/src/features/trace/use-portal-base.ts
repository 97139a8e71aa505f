import { useLocation } from "react-router";

/** `/audit`, `/finance`…: the portal this page is shown in. The shared pages lie at the same addresses in each. */
export const usePortalBase = (): string => `/${useLocation().pathname.split("/")[1] ?? ""}`;
