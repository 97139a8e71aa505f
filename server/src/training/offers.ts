import type { LocalValues } from "./class/online-ratio.ts";

declare module "../kernel/offers.ts" {
  interface Offers {
    /** County values of policy parameters on a day; the package's values hold for the rest. */
    localParameters: LocalValues;
  }
}
