import { ROLES, type Role as RoleName } from "@jinengtong/words";
import { z } from "zod";

export { ROLES };
export type Role = RoleName;

export const Role = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);

/** Purposes for which somebody may act for another person; an operation names those that it serves. */
export const BEHALF = {
  register: "登记和同意",
  enrol: "报名",
  claim: "确认补贴申请",
  payee: "登记收款账户",
  group: "申报人群类别",
  record: "看本人的记录",
} as const;
export type Behalf = keyof typeof BEHALF;
export const Behalf = z.enum(Object.keys(BEHALF) as [Behalf, ...Behalf[]]);

/** The right to act for another person: an open window session, or a helper named by them. */
export interface StandIn {
  kind: "window" | "helper";
  id: string;
  purposes: readonly Behalf[];
  /** The role of whoever acts; the actor's is that of the person they act for. */
  role: Role;
}

export interface Actor {
  accountId: string;
  name: string;
  role: Role;
  /** 6-digit county or 9-digit town; an officer acts on everything whose region begins with it. */
  region: string;
  organisationId: string | null;
  personId: string | null;
  sessionId: string | null;
  /** Set for a program with an organisation's token: the only operations it may call. */
  scopes: string[] | null;
  /** Set while the account acts for the person of `personId`, who isn't its own. */
  standIn?: StandIn;
}

/** Owner of a resource. An operation declares how to find it; the kernel compares it with the actor before the work begins. */
export interface Owner {
  personId?: string | null;
  organisationId?: string | null;
  /** A second organisation that may read it, e.g. the enterprise whose staff a class trains. */
  alsoOrganisationId?: string | null;
  region?: string | null;
}

/**
 * True where the actor's person, organisation or region covers the owner: the only rule of access over things. The second organisation of a
 * thing may read it and never changes it.
 */
export function covers(actor: Actor, owner: Owner, to: "read" | "change" = "change"): boolean {
  switch (actor.role) {
    case "learner":
      return actor.personId !== null && owner.personId === actor.personId;
    case "institution":
    case "enterprise":
    case "evaluator":
      return (
        actor.organisationId !== null &&
        (owner.organisationId === actor.organisationId ||
          (to === "read" && owner.alsoOrganisationId === actor.organisationId))
      );
    default:
      return owner.region != null && owner.region.startsWith(actor.region);
  }
}
