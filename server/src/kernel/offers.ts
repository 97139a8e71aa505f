/**
 * Functions that later modules offer to earlier ones. Evidence flows forward only, so the earlier module declares the interface
 * here (`declare module "../kernel/offers.ts" { interface Offers { … } }`), reads it from `services.offers` and has a fallback
 * without an offer; the later one gives it as `Module.offers`. Wired once, when the platform is composed.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by the modules
export interface Offers {}
