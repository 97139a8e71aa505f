import type { Output } from "../../../api/client.ts";
import type { Files } from "./model/files.ts";

export type ShownDraft = Output<"GET /api/v1/policy-drafts/:id">;
export type ListedDraft = Output<"GET /api/v1/policy-drafts">["rows"][number];

/** The files of a draft as the platform has them. */
export function storedFiles({ files }: ShownDraft): Files {
  return Object.fromEntries(files.filter(({ state }) => state !== "removed").map((file) => [file.path, file.content]));
}
