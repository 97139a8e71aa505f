import { county } from "@jinengtong/county";
import { useEffect } from "react";

/** The browser's title of this page: its own, then the product's name. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${county().product.name}`;
  }, [title]);
}
