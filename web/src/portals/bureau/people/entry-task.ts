import { groups } from "@jinengtong/standards";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { formatPeriod } from "../../../kit/format.ts";
import { type FactKind, factWords } from "./fact-forms.ts";

/** A fact or group entered by one officer that waits for another. */
export type EntryTask = Output<Api["personEntries"]["list"]>["rows"][number];

interface Content {
  kind: "fact" | "group";
  fact?: { kind: FactKind; value: Record<string, unknown> };
  code?: string;
  validFrom?: string;
  validTo?: string | null;
}

/** The entry in words. */
export function entryWords({ content }: EntryTask): string {
  const { fact, code = "", validFrom = "", validTo = null } = content as unknown as Content;
  if (fact !== undefined) return factWords(fact.kind, fact.value);
  return `${groups.has(code) ? groups.label(code) : code}，${formatPeriod(validFrom, validTo)}`;
}

/** The fact that a correction replaces, in words. */
export function replacedWords({ content, replaced }: EntryTask): string {
  const { fact } = content as unknown as Content;
  return fact === undefined || replaced === null ? "" : factWords(fact.kind, replaced);
}
