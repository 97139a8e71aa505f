import type { z } from "zod";
import type { AnyOperation } from "./kernel/operation.ts";
import type { typedOperations } from "./modules.ts";

/**
 * The typed map the browser's client reads: "METHOD /path" → what goes in and what comes out, as JSON.
 *
 * It is the inferred type of a function, not an alias: the compiler then writes it into the emitted declaration spelled out in
 * plain types, and the pages are checked against those instead of evaluating every zod schema of the server again.
 */
function apiMapOf<Ops extends readonly AnyOperation[]>() {
  return {} as {
    [Op in Ops[number] as `${Op["method"]} ${Op["path"]}`]: {
      params: z.input<Op["params"]>;
      query: z.input<Op["query"]>;
      body: z.input<Op["body"]>;
      output: z.output<Op["output"]>;
    };
  };
}

const apiMap = apiMapOf<typeof typedOperations>();

export type ApiMap = typeof apiMap;
