/** Reading and changing plain JSON values by JSON pointer, without touching the original. */

type Json = Record<string, unknown> | unknown[];

function isContainer(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

function segmentsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

function copyOf(value: unknown): Json {
  if (Array.isArray(value)) return (value as Json[]).slice();
  return isContainer(value) ? { ...value } : {};
}

function change(root: unknown, segments: readonly string[], edit: (parent: Json, key: string) => void): unknown {
  const [key, ...rest] = segments;
  if (key === undefined) return root;
  const copy = copyOf(root);
  if (rest.length === 0) edit(copy, key);
  else Reflect.set(copy, key, change(Reflect.get(copy, key), rest, edit));
  return copy;
}

/** A copy with the value at the pointer; parents that are absent are made. */
export function setAt<T>(root: T, pointer: string, value: unknown): T {
  return change(root, segmentsOf(pointer), (parent, key) => Reflect.set(parent, key, value)) as T;
}

/** A copy without the value at the pointer. */
export function dropAt<T>(root: T, pointer: string): T {
  if (getAt(root, pointer) === undefined) return root;
  return change(root, segmentsOf(pointer), (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  }) as T;
}

/** The value at the pointer, or undefined. */
export function getAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const segment of segmentsOf(pointer)) {
    if (!isContainer(value) || !Object.hasOwn(value, segment)) return undefined;
    value = Reflect.get(value, segment);
  }
  return value;
}
