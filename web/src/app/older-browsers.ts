/** Polyfills for office browsers of the Chromium 100 era. The build lowers the syntax; these are the missing library functions. */

function define(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

define(Array.prototype, "toSorted", function toSorted<T>(this: T[], compare?: (a: T, b: T) => number): T[] {
  const copy = [...this];
  // oxlint-disable-next-line unicorn/no-array-sort -- this is what toSorted is made of
  copy.sort(compare);
  return copy;
});

define(Array.prototype, "toReversed", function toReversed<T>(this: T[]): T[] {
  const copy = [...this];
  // oxlint-disable-next-line unicorn/no-array-reverse -- this is what toReversed is made of
  copy.reverse();
  return copy;
});

define(Object, "groupBy", function groupBy<T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey) {
  const groups: Record<PropertyKey, T[]> = Object.create(null);
  let index = 0;
  for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
  return groups;
});

define(Promise, "withResolvers", function withResolvers<T>() {
  const made = {} as PromiseWithResolvers<T>;
  made.promise = new Promise<T>((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
});
