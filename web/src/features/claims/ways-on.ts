import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";

export type WayOn = NonNullable<Output<Api["policy"]["myEntitlements"]>["benefits"][number]["wayOn"]>;

/** Link to a benefit's next step. */
export function wayTo({ kind, benefit }: WayOn, clause: string): string {
  switch (kind) {
    case "classes":
      return benefit === null ? "/classes" : `/classes?benefit=${encodeURIComponent(benefit)}`;
    case "entitlements":
      return "/my/entitlements";
    case "enterprise":
      return "/sign-in?return=/enterprise";
    case "policy":
      return `/policy#${encodeURIComponent(clause)}`;
  }
}
