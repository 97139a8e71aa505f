import type { ReactElement } from "react";
import { useKit, type LinkProps } from "./KitProvider.tsx";

/** A link within the product, drawn by the router that the app has given to the kit. */
export function Link(props: LinkProps): ReactElement {
  const { link: RouterLink } = useKit();
  return <RouterLink {...props} />;
}
