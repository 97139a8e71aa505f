import { siteAddress } from "@jinengtong/standards";
import * as client from "openid-client";
import { z } from "zod";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { fileOutput } from "../../kernel/shapes.ts";
import { keepFlow } from "./flow.ts";
import { callbackUrl, discover, settingsOf } from "./provider.ts";

/** Requested beside the subject: the verified identity number, which identifies a citizen here. */
const SCOPE = "openid profile citizen_id";

/** `GET /api/v1/oidc/:provider/start`: sends the browser to the identity service. */
export const startIdentityFlow = operation({
  method: "GET",
  path: "/api/v1/oidc/:provider/start",
  summary: "用统一身份认证登录",
  permission: { public: true },
  perMinute: 60,
  params: z.object({ provider: z.string().max(200) }),
  query: z.object({ return: z.string().max(500).optional() }),
  output: fileOutput,
  async run(context, { params, query }) {
    const configuration = await discover(settingsOf(context.services, params.provider));
    const flow = {
      provider: params.provider,
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      returnTo: siteAddress(query.return) ?? "/",
      startedAt: context.now.getTime(),
    };
    keepFlow(context, flow);
    const target = client.buildAuthorizationUrl(configuration, {
      redirect_uri: callbackUrl(context.services, params.provider),
      scope: SCOPE,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: "S256",
    });
    return redirect(target.href);
  },
});

/** Redirects the browser. */
export const redirect = (location: string): FileReply =>
  new FileReply({
    mediaType: "text/plain; charset=utf-8",
    content: Buffer.alloc(0),
    status: 302,
    headers: { location, "cache-control": "no-store" },
  });
