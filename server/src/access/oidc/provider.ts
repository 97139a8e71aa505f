import * as client from "openid-client";
import type { Config } from "../../kernel/config.ts";
import { notFound, Problem } from "../../kernel/problem.ts";
import type { Services } from "../../kernel/services.ts";

type Settings = Config["oidc"][number];

/** Id of an identity service: its host, so that the redirect address registered there doesn't change when another is added. */
export const providerOf = (settings: Settings): string => new URL(settings.issuer).host;

export function settingsOf(services: Services, provider: string): Settings {
  const found = services.config.oidc.find((settings) => providerOf(settings) === provider);
  if (!found) throw notFound("这个统一身份认证服务");
  return found;
}

const discovered = new Map<string, Promise<client.Configuration>>();

/** The service's discovery document, read once. If the service is down, the next call tries again. */
export async function discover(settings: Settings): Promise<client.Configuration> {
  const key = `${settings.issuer} ${settings.clientId}`;
  let found = discovered.get(key);
  if (!found) {
    const issuer = new URL(settings.issuer);
    // TLS is required unless the service runs on this machine.
    const local = issuer.protocol === "http:" && ["127.0.0.1", "localhost", "[::1]"].includes(issuer.hostname);
    found = client.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      timeout: 10,
      // The token's signature is checked too, although it comes straight from the service.
      execute: [client.enableNonRepudiationChecks, ...(local ? [client.allowInsecureRequests] : [])],
    });
    discovered.set(key, found);
  }
  try {
    return await found;
  } catch {
    discovered.delete(key);
    throw new Problem(
      503,
      "identity-service-away",
      "统一身份认证服务暂时连不上。请稍后再试，或改用手机验证码、用户名密码登录。",
    );
  }
}

/** Redirect address after sign-in at the identity service. */
export const callbackUrl = (services: Services, provider: string): string =>
  `${services.config.publicUrl}/api/v1/oidc/${encodeURIComponent(provider)}/callback`;
