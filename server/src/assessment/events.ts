import "../kernel/events.ts";

declare module "../kernel/events.ts" {
  interface Events {
    "certificate-issued": { certificateId: string };
    "certificate-revoked": { certificateId: string };
    /** For the credit grade of evaluators: `detail` is the node, state or step that it concerns. */
    "evaluation-credit": {
      organisationId: string;
      batchId: string;
      what:
        | "late"
        | "cancelled-by-body"
        | "cancelled-by-office"
        | "stopped"
        | "grave-finding"
        | "objection-upheld"
        | "archived";
      detail: string;
      on: string;
    };
  }
}
