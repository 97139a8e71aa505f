import type { Module } from "../kernel/module.ts";
import { oidcCallback } from "./oidc-callback.ts";
import { register } from "./register.ts";
import { signInByPhone } from "./sign-in-by-phone.ts";
import "./tables.ts";

export { Fact, FACT_LABELS, FactKind } from "./fact-kinds.ts";
export { factsAt, factsAtOf, groupsAt, type PersonCaseFacts } from "./facts-at.ts";
export { findOrCreatePeople, findOrCreatePerson, type FoundPerson, type WrittenPerson } from "./find-or-create.ts";
export { CitizenIdNumber, citizenIdHash, Mobile, PersonName, phoneHash } from "./identity.ts";
export { notify, notifyAll, type Notice } from "./notify.ts";
export { MaskedPerson, maskedColumns, maskedPerson, ownerOfPerson, personOwner } from "./person-view.ts";

export const operations = [register, signInByPhone, oidcCallback] as const;

export const people: Module = { name: "people", operations };
