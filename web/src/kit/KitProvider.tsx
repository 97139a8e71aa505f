import { createContext, useContext, useMemo, type ComponentProps, type ComponentType, type ReactElement } from "react";

export interface LinkProps extends Omit<ComponentProps<"a">, "href"> {
  to: string;
}

/** Error in words: heading, sentence, and refused fields. */
export interface Explanation {
  title?: string;
  detail: string;
  /** Each refused field by its JSON pointer. */
  faults: readonly { pointer: string; detail: string }[];
}

interface KitServices {
  /** Renders a link within the product with the router, so that the page isn't reloaded. */
  link: ComponentType<LinkProps>;
  /** Converts any error to words. */
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
 * Provides what the kit can't know: how to render a link and how to describe an error. Once around the app. Without it a link is a
 * plain anchor and an error shows its message.
 */
export function KitProvider({ link, explain, children }: KitServices & Pick<LinkProps, "children">): ReactElement {
  const services = useMemo(() => ({ link, explain }), [link, explain]);
  return <KitContext value={services}>{children}</KitContext>;
}
