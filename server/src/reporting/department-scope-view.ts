import { z } from "zod";
import type { Context } from "../kernel/context.ts";
import { Id, Text } from "../kernel/shapes.ts";

export const Kind = z.enum(["project", "institution", "group", "benefit"]);
export const Scope = z.object({
  kind: Kind,
  code: z.string(),
  departmentId: Id,
  department: z.string(),
  clause: z.string(),
});

export const Key = { kind: Kind, code: Text(60) };

/** Every fact may belong to another office now: the next refresh looks at them all. */
export const countAgain = (context: Context) => context.db.updateTable("fact_progress").set({ built: false }).execute();
