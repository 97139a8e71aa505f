import { WORDS } from "@jinengtong/words";
import { z } from "zod";
import { Id } from "../kernel/shapes.ts";
import { defineStates } from "../kernel/states.ts";

/** States of a batch: made by one officer, released by another, sent to the bank, settled by its return. */
export const batchStates = defineStates({
  machine: "payment-batch",
  noun: WORDS.fund.nouns["payment-batch"],
  table: "payment_batch",
  birth: ["draft"],
  words: WORDS.fund.states["payment-batch"],
  moves: {
    draft: ["submitted", "cancelled"],
    submitted: ["released", "draft", "cancelled"],
    released: ["sent", "cancelled"],
    sent: ["settled"],
    settled: [],
    cancelled: [],
  },
});

export const paymentStates = defineStates({
  machine: "payment",
  noun: WORDS.fund.nouns.payment,
  table: "payment",
  birth: ["batched"],
  words: WORDS.fund.states.payment,
  moves: {
    batched: ["sent", "cancelled"],
    sent: ["paid", "returned"],
    paid: ["returned"],
    returned: [],
    cancelled: [],
  },
});

export const clawbackStates = defineStates({
  machine: "clawback",
  noun: WORDS.fund.nouns.clawback,
  table: "clawback",
  birth: ["demanded"],
  words: WORDS.fund.states.clawback,
  moves: {
    demanded: ["repaid", "cancelled", "written-off"],
    repaid: [],
    cancelled: [],
    "written-off": [],
  },
});

/** Answer to a move of a batch. */
export const BatchState = z.object({ id: Id, state: z.string() });
