import { createHash } from "node:crypto";
import type { Actor } from "./actor.ts";

/**
 * Tells the answers of one account from those of another, and nothing else: by it a device that keeps answers for when there is no network
 * notices that somebody else has signed in.
 */
export const accountMark = ({ accountId }: Pick<Actor, "accountId">): string =>
  createHash("sha256").update(`mark ${accountId}`).digest("base64url").slice(0, 16);
