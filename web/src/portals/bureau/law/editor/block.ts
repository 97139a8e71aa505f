import { KIND_NAMES, type Family } from "@jinengtong/policy/authoring";

/** Props of an editor of one block; lists and options take the editor of their inner blocks as a component. */
export interface BlockEditorProps {
  family: Family;
  value: unknown;
  onChange: (value: unknown) => void;
  label: string;
}

/** A code that isn't on the list any more still shows, so that it can be seen and changed. */
export function withUnknown<C extends { value: string; label: string }>(
  choices: readonly C[],
  value: unknown,
): readonly { value: string; label: string }[] {
  const code = value === undefined ? "" : String(value);
  return code === "" || choices.some((one) => one.value === code)
    ? choices
    : [{ value: code, label: `${code}（不在名单上）` }, ...choices];
}

export const blockName = (family: Family, kind: unknown): string =>
  typeof kind === "string" ? (KIND_NAMES[family][kind] ?? kind) : "还没有选";
