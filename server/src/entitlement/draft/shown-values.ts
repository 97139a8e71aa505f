import { type LocalValues, type Policy, showValue } from "@jinengtong/policy";

/** The county's values with which a package was proved, as people read them. */
export const shownValues = (
  policy: Policy,
  local: LocalValues = {},
): { name: string; label: string; value: string }[] =>
  policy.rules.parameters.flatMap(({ name, label, type }) => {
    const value = local[name];
    return value === undefined ? [] : [{ name, label, value: showValue(type, value) }];
  });
