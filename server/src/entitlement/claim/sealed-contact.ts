import type { Context } from "../../kernel/context.ts";

const place = (id: string) => ({ table: "objection", column: "contact", row: id });

/** Contact of an objector: stored sealed, opened for the officer who answers. */
export const sealed = (context: Context, objectionId: string, contact: string): Buffer =>
  context.services.sealer.seal(contact, place(objectionId));

export const opened = (context: Context, objectionId: string, contact: Buffer): string =>
  context.services.sealer.openText(contact, place(objectionId));
