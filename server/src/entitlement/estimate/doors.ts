import { type Door, loadDoors, type Policy } from "@jinengtong/policy";
import path from "node:path";
import { unacceptable } from "../../kernel/problem.ts";
import type { Services } from "../../kernel/services.ts";

const read = new Map<string, readonly Door[]>();

/** The ways in to “我能领什么” that a programme declares, whichever of its versions decides; none where it declares none. */
export function doorsOf(services: Services, { id }: Policy): readonly Door[] {
  const directory = path.join(services.config.policiesDir, id);
  let doors = read.get(directory);
  if (doors === undefined) {
    doors = loadDoors(directory);
    read.set(directory, doors);
  }
  return doors;
}

/** One of them. Refuses one that the programme doesn't have. */
export function doorOf(services: Services, policy: Policy, id: string): Door {
  const door = doorsOf(services, policy).find((one) => one.id === id);
  if (!door)
    throw unacceptable("unknown-door", `《${policy.title}》没有这个入口，请从“我能领什么”重新选。`, [
      { pointer: "/door", detail: "没有这个入口" },
    ]);
  return door;
}
