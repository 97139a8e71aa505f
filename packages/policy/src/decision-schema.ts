/** The decision of the adjudication contract as JSON Schema. */
import type { JsonSchema } from "./json-schema.ts";
import { benefitIdSchema } from "./mechanisms/shape.ts";

const fen = (description: string): JsonSchema => ({ type: "integer", minimum: 0, description: `${description}（分）` });
const text = (description: string): JsonSchema => ({ type: "string", minLength: 1, description });

export const decisionJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://jinengtong.example/schema/decision.schema.json",
  title: "决定",
  description: "裁定的输出。同一案例、同一政策包总得到逐字节相同的决定。",
  type: "object",
  required: [
    "id",
    "benefit",
    "outcome",
    "recoverFen",
    "findings",
    "computation",
    "missing",
    "policy",
    "parametersUsed",
  ],
  additionalProperties: false,
  properties: {
    id: text("案例编号"),
    benefit: { ...benefitIdSchema, description: "补贴" },
    outcome: { enum: ["granted", "refused", "incomplete"], description: "可享受、不符合、资料不全" },
    amountFen: fen("现在应付金额，只在 granted 时给出"),
    recoverFen: fen("结算时应收回金额，其他情形为 0"),
    findings: {
      type: "array",
      description: "每一项条件的结论，全部列出。",
      items: {
        type: "object",
        required: ["test", "clause", "met", "because"],
        additionalProperties: false,
        properties: {
          test: text("条件编号"),
          clause: text("条款"),
          met: { enum: [true, false, null], description: "满足、不满足、因缺少事实而未知" },
          because: text("理由"),
        },
      },
    },
    computation: {
      type: "array",
      description: "金额的计算步骤；只在 granted 时有内容。",
      items: {
        type: "object",
        required: ["step"],
        additionalProperties: false,
        properties: {
          step: text("步骤"),
          clause: text("条款"),
          fen: { type: "integer", description: "金额（分）" },
          value: { type: "number", description: "比例或数量" },
        },
      },
    },
    missing: {
      type: "array",
      description: "使案例不能决定的事实（JSON 指针）或参数（parameter:名称）；只在 incomplete 时有内容。",
      items: text("事实或参数"),
    },
    policy: {
      type: "object",
      description: "所依据的政策包。",
      required: ["id", "version", "digest"],
      additionalProperties: false,
      properties: {
        id: text("政策包编号"),
        version: text("版本"),
        digest: { type: "string", pattern: "^sha256:[0-9a-f]{64}$", description: "规范 JSON 的摘要" },
      },
    },
    parametersUsed: {
      type: "object",
      description: "读到的参数及其值。",
      additionalProperties: { anyOf: [{ type: "number" }, { type: "string" }] },
    },
  },
};
