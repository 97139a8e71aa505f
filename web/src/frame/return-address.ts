/** Address of the sign-in page, with the return address. */
export function signInAddress(from: { pathname: string; search: string }): string {
  const back = from.pathname + from.search;
  return back === "/" || from.pathname === "/sign-in" ? "/sign-in" : `/sign-in?return=${encodeURIComponent(back)}`;
}

export { siteAddress as safeReturn } from "@jinengtong/standards";
