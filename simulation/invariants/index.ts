import { booksBalance } from "./books-balance.ts";
import { caps } from "./caps.ts";
import { closedMonths } from "./closed-months.ts";
import { everybodyTold } from "./everybody-told.ts";
import { everyYuan } from "./every-yuan.ts";
import { figuresAgree } from "./figures-agree.ts";
import type { Invariant } from "./invariant.ts";
import { noWorkLost } from "./no-work-lost.ts";
import { nothingOverdue } from "./nothing-overdue.ts";
import { ownLaw } from "./own-law.ts";
import { paidOnce } from "./paid-once.ts";
import { recomputed } from "./recomputed.ts";
import { separateHands } from "./separate-hands.ts";
import { tracesAgree } from "./traces-agree.ts";

/** All that must hold. A module adds its own with one file and one line here. */
export const invariants: Readonly<Record<string, Invariant>> = {
  booksBalance,
  caps,
  paidOnce,
  separateHands,
  everyYuan,
  everybodyTold,
  figuresAgree,
  tracesAgree,
  closedMonths,
  ownLaw,
  nothingOverdue,
  noWorkLost,
  recomputed,
};
