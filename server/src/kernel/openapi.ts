import { z } from "zod";
import { SharedSchemas, shareParameters, type Parameter, type Reference } from "./openapi-components.ts";
import type { AnyOperation, NamedOperations } from "./operation.ts";
import { Done, Fen, fileOutput, Id } from "./shapes.ts";

/** Address of the second document, relative to the first. */
const SCHEMAS = "schemas.json";

interface Description {
  /** Which operations there are, who may call them, with which parameters. */
  openapi: Record<string, unknown>;
  /** Bodies and answers: a document of JSON Schema definitions, which the first refers to. */
  schemas: Record<string, unknown>;
}

/**
 * OpenAPI 3.1 description of these operations, from the schemas that validate requests, in two documents that lie side by side: a
 * reader opens the list of operations without the shape of each answer. `operationId` is the name that pages use (`claims.confirm`).
 */
export function openApi(operations: NamedOperations, serverUrl: string): Description {
  const inDocument = new SharedSchemas("/components/schemas", { Id: ID });
  const inSchemas = new SharedSchemas("/$defs", { Id: ID, Fen: FEN });
  for (const [id, op] of operations) {
    for (const [part, schema] of schemasOf(op)) {
      (part === "path" || part === "query" ? inDocument : inSchemas).see(schema, id, part);
    }
  }
  const paths: Record<string, Record<string, Described>> = {};
  for (const [id, op] of operations) {
    const path = op.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [op.method.toLowerCase()]: describe(id, op, inDocument, inSchemas) };
  }
  const parameters = shareParameters(Object.values(paths).flatMap((methods) => Object.values(methods)));
  const openapi = {
    openapi: "3.1.0",
    info: {
      title: "技能通 API",
      version: "1",
      description:
        "补贴性职业技能培训公共服务平台。金额以分为单位，日期（date）为北京时间的民用日期，时刻（date-time）为 UTC。" +
        `security 里列出的是可以调用的角色。提交和答复的结构在同一目录的 ${SCHEMAS} 里；提交里多出来的属性会被拒绝。`,
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas: { Problem: PROBLEM, ...inDocument.shared },
      responses: { Refusal: REFUSAL, File: FILE, Done: DONE },
      parameters: { ...parameters, Once: IDEMPOTENCY_KEY, ActingFor: ACTING_FOR },
      requestBodies: { File: FILE_BODY },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "jnt_session" },
        token: { type: "http", scheme: "bearer", description: "机构接口令牌" },
      },
    },
  };
  const schemas = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "技能通 API：提交和答复的结构",
    $defs: inSchemas.shared,
  };
  return { openapi, schemas };
}

interface Described extends Record<string, unknown> {
  operationId: string;
  parameters?: (Parameter | Reference)[];
}

type Schema = Parameters<SharedSchemas["see"]>[0];

const SAFE = Number.MAX_SAFE_INTEGER;

/** Drops redundant keywords: a pattern that the format implies, bounds that every JSON integer has. */
function toSchema(shape: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      nullable(jsonSchema);
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.minimum === -SAFE) delete jsonSchema.minimum;
      if (jsonSchema.maximum === SAFE) delete jsonSchema.maximum;
      // An answer may gain properties, which clients ignore; that a request may not is said once for all of them.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return schema as Schema;
}

/** `{ anyOf: [{ type: "string" }, { type: "null" }] }` is `{ type: ["string", "null"] }`. */
function nullable(schema: { anyOf?: unknown; type?: unknown }): void {
  const [first, second, ...more] = (schema.anyOf ?? []) as { type?: unknown; enum?: unknown[] }[];
  if (more.length > 0 || second?.type !== "null") return;
  if (typeof first?.type !== "string" || first.type === "object" || first.type === "array") return;
  delete schema.anyOf;
  Object.assign(schema, first, { type: [first.type, "null"] }, first.enum && { enum: [...first.enum, null] });
}

type Part = "path" | "query" | "body" | "output";

/** Schemas of an operation for the document, each with the part it describes. */
function schemasOf(op: AnyOperation): [Part, Schema][] {
  return [
    ["path", toSchema(op.params, "input")],
    ["query", toSchema(op.query, "input")],
    ...(hasBody(op) ? [["body", toSchema(op.body, "input")] as [Part, Schema]] : []),
    ...(op.output === fileOutput ? [] : [["output", toSchema(op.output, "output")] as [Part, Schema]]),
  ];
}

function hasBody(op: AnyOperation): boolean {
  if (op.method === "GET" || op.upload) return false;
  const schema = toSchema(op.body, "input");
  return schema.type !== "object" || Object.keys((schema.properties as object | undefined) ?? {}).length > 0;
}

function describe(id: string, op: AnyOperation, inDocument: SharedSchemas, inSchemas: SharedSchemas): Described {
  const schemas = new Map(schemasOf(op));
  const content = (part: "body" | "output") => ({
    "application/json": {
      schema: { $ref: `${SCHEMAS}#/$defs/${inSchemas.nameOf(schemas.get(part) ?? {}, id, part)}` },
    },
  });
  const parameters = [
    ...parametersOf(schemas.get("path"), "path", id, inDocument),
    ...parametersOf(schemas.get("query"), "query", id, inDocument),
    ...(op.method !== "GET" && op.creates ? [{ $ref: "#/components/parameters/Once" }] : []),
    ...(op.behalf === undefined ? [] : [{ $ref: "#/components/parameters/ActingFor" }]),
  ];
  return {
    operationId: id,
    summary: op.summary,
    tags: [id.split(".")[0]],
    security:
      "public" in op.permission
        ? []
        : [{ session: op.permission.roles }, ...(op.scope === undefined ? [] : [{ token: [op.scope] }])],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(op.upload ? { requestBody: { $ref: "#/components/requestBodies/File" } } : {}),
    ...(hasBody(op) ? { requestBody: { required: true, content: content("body") } } : {}),
    responses: {
      "200":
        op.output === fileOutput
          ? { $ref: "#/components/responses/File" }
          : op.output === Done
            ? { $ref: "#/components/responses/Done" }
            : { description: "成功", content: content("output") },
      default: { $ref: "#/components/responses/Refusal" },
    },
  };
}

function parametersOf(
  schema: Schema | undefined,
  where: "path" | "query",
  id: string,
  shared: SharedSchemas,
): Parameter[] {
  const required = new Set((schema?.required as string[] | undefined) ?? []);
  return Object.entries((schema?.properties as Record<string, Schema> | undefined) ?? {}).map(([name, inner]) => {
    const needed = where === "path" || required.has(name);
    return { name, in: where, ...(needed ? { required: true } : {}), schema: shared.refer(inner, id, where) };
  });
}

const FILE_BODY = {
  content: {
    "multipart/form-data": { schema: { type: "object", properties: { file: { type: "string", format: "binary" } } } },
  },
};

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  description: "同一个键只办理一次；没有收到答复时用同一个键重试",
  schema: { type: "string", maxLength: 200 },
};

const ACTING_FOR = {
  name: "x-acting-for",
  in: "header",
  description: "代本人办理所凭的窗口代办（window:编号）或亲属帮办（helper:编号）；不带是办自己的",
  schema: { type: "string", maxLength: 60 },
};

const FILE = { description: "文件", content: { "application/octet-stream": {} } };

const DONE = { description: "已办理", content: { "application/json": { schema: toSchema(Done, "output") } } };

/** Known by name, however short they are. */
const ID = toSchema(Id, "input");
const FEN = toSchema(Fen, "output");

const REFUSAL = {
  description: "拒绝的原因与办法",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

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
