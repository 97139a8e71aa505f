import * as client from "openid-client";
import type { Context } from "../../kernel/context.ts";
import { takeFlow } from "./flow.ts";
import { callbackUrl, discover, settingsOf } from "./provider.ts";

/** A person as authenticated by an identity service. */
export interface VerifiedIdentity {
  issuer: string;
  subject: string;
  /** Identity number, if the service reports it. */
  citizenId: string | null;
  name: string | null;
  returnTo: string;
}

/**
 * Verifies the callback against the flow it began with (state, nonce, PKCE), redeems the code and reads the claims. Null if any of
 * it doesn't match: the person simply starts again.
 */
export async function finishIdentityFlow(
  context: Context,
  provider: string,
  query: Readonly<Record<string, unknown>>,
): Promise<VerifiedIdentity | null> {
  const settings = settingsOf(context.services, provider);
  const flow = takeFlow(context, provider);
  if (!flow) return null;
  const configuration = await discover(settings);
  const url = new URL(callbackUrl(context.services, provider));
  for (const [key, value] of Object.entries(query)) if (typeof value === "string") url.searchParams.set(key, value);
  try {
    const tokens = await client.authorizationCodeGrant(configuration, url, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    });
    const idToken = tokens.claims();
    if (!idToken) return null;
    const told: Record<string, unknown> = configuration.serverMetadata().userinfo_endpoint
      ? { ...idToken, ...(await client.fetchUserInfo(configuration, tokens.access_token, idToken.sub)) }
      : idToken;
    return {
      issuer: idToken.iss,
      subject: idToken.sub,
      citizenId: typeof told.citizen_id === "string" ? told.citizen_id : null,
      name: typeof told.name === "string" ? told.name : null,
      returnTo: flow.returnTo,
    };
  } catch (error) {
    // The message may hold claims, so only the kind of failure is logged.
    context.services.log.warn(
      { provider, error: error instanceof Error ? error.name : "unknown" },
      "identity service sign-in refused",
    );
    return null;
  }
}
