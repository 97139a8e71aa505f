import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { providerOf } from "./provider.ts";

/** `GET /api/v1/oidc`: the identity services for sign-in. */
export const listProviders = operation({
  method: "GET",
  path: "/api/v1/oidc",
  summary: "可用的统一身份认证服务",
  permission: { public: true },
  carriedBy: { "/sign-in": "" },
  output: z.strictObject({ rows: z.array(z.strictObject({ provider: z.string(), startUrl: z.string() })) }),
  async run({ services }) {
    return {
      rows: services.config.oidc.map((settings) => {
        const provider = providerOf(settings);
        return { provider, startUrl: `/api/v1/oidc/${encodeURIComponent(provider)}/start` };
      }),
    };
  },
});
