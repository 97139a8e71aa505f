import type { LocalValues } from "./class/online-ratio.ts";

declare module "../kernel/offers.ts" {
  interface Offers {
    /** The counties' own values of policy parameters on a day. Where nobody keeps any, the package's values hold. */
    localParameters: LocalValues;
  }
}
