/**
 * What later modules do for earlier ones. Evidence flows forward only, so the earlier module declares here what it asks for
 * (`declare module "../kernel/offers.ts" { interface Offers { … } }`), reads it from `services.offers`, and has an answer of its own
 * where nobody offers it; the later one gives it as `Module.offers`. Wired once, when the platform is composed.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- filled by the modules
export interface Offers {}
