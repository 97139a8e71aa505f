import type { Subscription } from "../../kernel/queue.ts";
import { applyImport } from "./apply-import.ts";
import { checkImport } from "./check-import.ts";

/** Checks a large list in the background. */
export const checkSentList: Subscription<"fact-import-sent"> = {
  event: "fact-import-sent",
  name: "check-fact-import",
  title: "预检部门名册",
  run: (context, { importId }) => checkImport(context, importId),
};

/** Records a large confirmed list in the background. */
export const applyConfirmedList: Subscription<"fact-import-confirmed"> = {
  event: "fact-import-confirmed",
  name: "apply-fact-import",
  title: "登记部门名册",
  run: (context, { importId }) => applyImport(context, importId),
};
