import "../kernel/events.ts";

declare module "../kernel/events.ts" {
  interface Events {
    "certificate-issued": { certificateId: string };
    "certificate-revoked": { certificateId: string };
  }
}
