import { county } from "@jinengtong/county";
import { County } from "@jinengtong/county/schema";
import { operation } from "../../kernel/operation.ts";

/** `GET /api/v1/county`: the county of this deployment, as its file says. Changes with a restart only. */
export const showCounty = operation({
  method: "GET",
  path: "/api/v1/county",
  summary: "本县（市）：区划、镇（街道）、部门和政策",
  permission: { public: true },
  output: County,
  run({ replyHeaders }) {
    replyHeaders.push(["cache-control", "public, max-age=3600"]);
    return Promise.resolve(county());
  },
});
