import type { StatusKind } from "@jinengtong/words";
import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type Posting = Output<Api["postings"]["list"]>["rows"][number];
export type Licence = Output<Api["workLicences"]["list"]>["rows"][number];

/** Shape of a colour: red refuses, orange and amber ask for something, grey needs nothing. */
export const COLOUR_KINDS: Record<Posting["colour"], StatusKind> = {
  red: "refused",
  orange: "late",
  amber: "turn",
  green: "done",
  grey: "ended",
};

export const COLOUR_CHOICES: { value: Posting["colour"]; label: string }[] = [
  { value: "red", label: "不得上岗" },
  { value: "orange", label: "该办复审、换证" },
  { value: "amber", label: "快到期" },
  { value: "green", label: "有效" },
  { value: "grey", label: "不需持证" },
];
