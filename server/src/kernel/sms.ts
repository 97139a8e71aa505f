import type { SmsGateway } from "./services.ts";

/** The trial's gateway: messages stay in the outbox and its page; nothing leaves the machine. */
export const outboxGateway: SmsGateway = { send: () => Promise.resolve() };
