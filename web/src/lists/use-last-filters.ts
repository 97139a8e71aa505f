import { useEffect, useState } from "react";
import { readDraft, writeDraft } from "../kit/draft-store.ts";

/** The filters that an account last had in force on a page, before this visit; kept on the device until they sign out. */
export function useLastFilters(accountId: string | null, page: string, query: string): string | null {
  const key = `filters.${accountId}.${page}`;
  const [visitedAt] = useState(() => Date.now());
  const [last, setLast] = useState({ key: "", query: null as string | null });
  if (accountId !== null && last.key !== key) setLast({ key, query: readDraft<string>(localStorage, key, visitedAt) });
  useEffect(() => {
    if (accountId !== null && query !== "") writeDraft(localStorage, key, query, Date.now());
  }, [accountId, key, query]);
  return last.query;
}
