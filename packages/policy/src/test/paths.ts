import { pointerSegment } from "../json-schema.ts";

/** JSON pointers of all leaves of a value. */
export function leavesOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path + pointerSegment(key)));
}

/** JSON pointers of everything in a value but itself. */
export function pathsOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) => pathsOf(one, path + pointerSegment(key)));
  return path === "" ? inner : [path, ...inner];
}
