import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { modules } from "./modules.ts";

/** Rules on which file may import which. The order of the modules is that of `modules.ts`. */
interface Source {
  /** Path from `server/src`. */
  file: string;
  /** The first folder: a module, the kernel, the adapters; "" for a file beside them. */
  module: string;
  /** The folder inside the module; "" at its root. */
  room: string;
  test: boolean;
  operation: boolean;
  /** Imported files, types too, as paths from `server/src`. */
  imports: string[];
}

/** Limit of files in a module without rooms. */
const MOST_WITHOUT_ROOMS = 40;

const partsOf = (file: string): { module: string; room: string; name: string } => {
  const folders = file.split("/");
  const name = folders.pop() ?? "";
  const [module = "", ...room] = folders;
  return { module, room: room.join("/"), name };
};

/** A file beside index.ts (tables, events, states) counts as a room of its own. */
const roomOf = (file: string): string => partsOf(file).room || partsOf(file).name;

async function readSource(file: string): Promise<Source> {
  const text = await readFile(path.join(import.meta.dirname, file), "utf8");
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) => match[1] as string);
  return {
    file,
    ...partsOf(file),
    test: file.endsWith(".test.ts"),
    operation: /= (?:operation|exportOf)(?:<[^(]*>)?\(/.test(text),
    imports: specifiers.map((specifier) => path.posix.join(path.posix.dirname(file), specifier)),
  };
}

const files = (await readdir(import.meta.dirname, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
const all = await Promise.all(files.filter((file) => file.endsWith(".ts")).map(readSource));
const sources = all.filter((source) => !source.test);
const names = modules.map((module) => module.name);

describe("between modules", () => {
  const layers = ["adapters", "kernel", ...names];

  it("imports point back along the order of modules.ts; the kernel knows no module, an adapter not even the kernel", () => {
    const forward = sources.flatMap(({ file, module, imports }) =>
      imports
        .filter(
          (target) =>
            layers.includes(module) && !layers.slice(0, layers.indexOf(module) + 1).includes(partsOf(target).module),
        )
        .map((target) => `${file} → ${target}`),
    );
    expect(forward, "Evidence flows one way: emit an event instead.").toEqual([]);
  });

  it("a module is used through its index.ts", () => {
    const past = sources
      // Test builders may import internals.
      .filter(({ module }) => module !== "test")
      .flatMap(({ file, module, imports }) =>
        imports
          .filter((target) => {
            const to = partsOf(target);
            return names.includes(to.module) && to.module !== module && target !== `${to.module}/index.ts`;
          })
          .map((target) => `${file} → ${target}`),
      );
    expect(past).toEqual([]);
  });
});

describe.each(names)("rooms of %s", (name) => {
  const own = sources.filter(({ module }) => module === name);
  const tests = all.filter(({ module, test }) => module === name && test);
  // A module's demo part may import its rooms and isn't one.
  const product = own.filter(({ room }) => room !== "demo");
  const inRooms = product.filter(({ room }) => room !== "");

  it("are there once the module is big, and then no operation stands beside index.ts", () => {
    if (product.length > MOST_WITHOUT_ROOMS) expect(inRooms).not.toEqual([]);
    if (inRooms.length === 0) return;
    expect(product.filter(({ room, operation }) => room === "" && operation).map(({ file }) => file)).toEqual([]);
  });

  it("have no face of their own and no rooms inside", () => {
    expect(
      inRooms.filter(({ file, room }) => room.includes("/") || file.endsWith("/index.ts")).map(({ file }) => file),
    ).toEqual([]);
  });

  it("import one another in no circle, types included", () => {
    const arrows = own
      .filter(({ file }) => roomOf(file) !== "index.ts")
      .flatMap(({ file, imports }) =>
        imports
          .filter((target) => partsOf(target).module === name && roomOf(target) !== roomOf(file))
          .map((target) => ({ from: roomOf(file), to: roomOf(target), file, target })),
      );
    // Removes rooms without imports, or not imported, repeatedly; what remains is a cycle.
    let circle = arrows;
    for (let before = -1; before !== circle.length;) {
      before = circle.length;
      const from = new Set(circle.map((arrow) => arrow.from));
      const to = new Set(circle.map((arrow) => arrow.to));
      circle = circle.filter((arrow) => from.has(arrow.to) && to.has(arrow.from));
    }
    const byRooms = Object.entries(Object.groupBy(circle, ({ from, to }) => `${from} → ${to}`));
    expect(byRooms.map(([rooms, found]) => `${rooms}, e.g. ${found?.[0]?.file} → ${found?.[0]?.target}`)).toEqual([]);
  });

  it("hold the tests of what is in them; a test at the module's root crosses rooms", () => {
    const misplaced = tests.filter(({ file, room, imports }) => {
      // Two rooms may have a file of one name.
      const twins = product.filter(
        (source) => path.posix.basename(source.file) === path.posix.basename(file).replace(/\.test\.ts$/, ".ts"),
      );
      if (twins.length > 0) return !twins.some((twin) => twin.room === room);
      const visited = new Set(
        imports.filter((target) => partsOf(target).module === name).map((target) => partsOf(target).room),
      );
      return room === "" && visited.size === 1 && !visited.has("");
    });
    expect(misplaced.map(({ file }) => file)).toEqual([]);
  });
});
