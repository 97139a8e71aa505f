import { createContext, useContext, useMemo, type ComponentProps, type ComponentType, type ReactElement } from "react";

export interface LinkProps extends Omit<ComponentProps<"a">, "href"> {
  to: string;
}

/** An error in words for the person: a heading where it has one of its own, a sentence, and the refused fields. */
export interface Explanation {
  title?: string;
  detail: string;
  /** Each refused field by its JSON pointer. */
  faults: readonly { pointer: string; detail: string }[];
}

interface KitServices {
  /** Draws a link within the product: the router's, so that the page is not loaded anew. */
  link: ComponentType<LinkProps>;
  /** Puts into words whatever an action threw. */
  explain: (error: unknown) => Explanation;
}

const KitContext = createContext<KitServices>({
  link: ({ to, children, ...rest }) => (
    <a {...rest} href={to}>
      {children}
    </a>
  ),
  explain: (error) => ({ detail: error instanceof Error ? error.message : String(error), faults: [] }),
});

/** The link and the reading of errors that the app has set. */
export function useKit(): KitServices {
  return useContext(KitContext);
}

/**
 * Tells the kit what it can't know by itself: how to link and how to read an error. Stands once around the app. Without
 * it a link is a plain anchor and an error says its own message.
 */
export function KitProvider({ link, explain, children }: KitServices & Pick<LinkProps, "children">): ReactElement {
  const services = useMemo(() => ({ link, explain }), [link, explain]);
  return <KitContext value={services}>{children}</KitContext>;
}
