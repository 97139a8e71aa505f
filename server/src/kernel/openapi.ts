import { z } from "zod";
import { ROLES } from "./actor.ts";
import type { AnyOperation } from "./operation.ts";
import { fileOutput } from "./shapes.ts";

/** The OpenAPI 3.1 document of these operations, from the same shapes that validate requests. */
export function openApi(operations: readonly AnyOperation[], serverUrl: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const op of operations) {
    const path = op.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [op.method.toLowerCase()]: describe(op) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "技能通 API",
      version: "1",
      description: "补贴性职业技能培训公共服务平台。金额以分为单位，日期为北京时间的民用日期。",
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "jnt_session" },
        token: { type: "http", scheme: "bearer", description: "机构接口令牌" },
      },
    },
  };
}

const toSchema = (shape: z.ZodType, io: "input" | "output"): Record<string, unknown> => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" }) as Record<
    string,
    unknown
  >;
  return schema;
};

function describe(op: AnyOperation): Record<string, unknown> {
  const isPublic = "public" in op.permission;
  const mutates = op.method !== "GET" && op.creates;
  return {
    operationId: `${op.method.toLowerCase()}${op.path
      .replace(/^\/api\/v1/, "")
      .replace(/[/:]+(\w)/g, (_m, c: string) => c.toUpperCase())
      .replace(/\W/g, "")}`,
    summary: op.summary,
    tags: [op.path.split("/")[3]],
    description:
      "public" in op.permission ? "无需登录" : `可调用：${op.permission.roles.map((role) => ROLES[role]).join("、")}`,
    security: isPublic ? [] : op.scope ? [{ session: [] }, { token: [op.scope] }] : [{ session: [] }],
    parameters: [
      ...parameters(op.params, "path"),
      ...parameters(op.query, "query"),
      ...(mutates
        ? [{ name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", maxLength: 200 } }]
        : []),
    ],
    ...requestBody(op),
    responses: {
      "200": {
        description: "成功",
        content:
          op.output === fileOutput
            ? { "application/octet-stream": {} }
            : { "application/json": { schema: toSchema(op.output, "output") } },
      },
      default: {
        description: "拒绝的原因与办法",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function parameters(shape: z.ZodType, where: "path" | "query"): Record<string, unknown>[] {
  const schema = toSchema(shape, "input");
  const required = new Set((schema.required as string[] | undefined) ?? []);
  return Object.entries((schema.properties as Record<string, unknown> | undefined) ?? {}).map(([name, inner]) => ({
    name,
    in: where,
    required: where === "path" || required.has(name),
    schema: inner,
  }));
}

function requestBody(op: AnyOperation): Record<string, unknown> {
  if (op.upload) {
    return {
      requestBody: {
        content: {
          "multipart/form-data": {
            schema: { type: "object", properties: { file: { type: "string", format: "binary" } } },
          },
        },
      },
    };
  }
  const schema = toSchema(op.body, "input");
  const isEmpty =
    op.method === "GET" ||
    (schema.type === "object" && Object.keys((schema.properties as object | undefined) ?? {}).length === 0);
  return isEmpty ? {} : { requestBody: { required: true, content: { "application/json": { schema } } } };
}

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "code", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", description: "稳定的机器码" },
    detail: { type: "string", description: "说明原因和办法的中文句子" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["pointer", "detail"],
        properties: { pointer: { type: "string" }, detail: { type: "string" } },
      },
    },
  },
};
