/** Named lists of a package (`lists.json`), shared by its benefits: the rules are read with the lists put in. */
/** A name that no list has, and where it stands. */
export class UnknownList extends Error {
  readonly path: string;
  readonly list: string;

  constructor(path: string, name: string) {
    super(`没有共用名单 ${name}`);
    this.name = "UnknownList";
    this.path = path;
    this.list = name;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value with every `{"list": NAME}` replaced by that list; refuses (UnknownList) a name that isn't there. */
export function withLists(value: unknown, lists: unknown, path = ""): unknown {
  if (Array.isArray(value)) return value.map((one, at) => withLists(one, lists, `${path}/${at}`));
  if (!isObject(value)) return value;
  const name = value["list"];
  if (typeof name === "string" && Object.keys(value).length === 1) {
    const list = isObject(lists) && Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (list === undefined) throw new UnknownList(path, name);
    return list;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withLists(inner, lists, `${path}/${key}`)]),
  );
}
