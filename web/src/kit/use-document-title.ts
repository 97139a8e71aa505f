import { county } from "@jinengtong/county";
import { useEffect } from "react";

/** Sets the document title: the page's, then the product's name. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${county().product.name}`;
  }, [title]);
}
