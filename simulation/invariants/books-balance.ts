import { ledgerVerifier } from "../../server/src/fund/books/invariants.ts";
import type { Invariant } from "./invariant.ts";

export const booksBalance: Invariant = {
  sentence: "The books balance on every day: each entry, each account, and what is set aside for claims.",
  each: "day",
  async check({ world }) {
    return (await ledgerVerifier.run(world.services)).differences;
  },
};
