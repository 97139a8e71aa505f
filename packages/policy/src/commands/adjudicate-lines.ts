/** Lines of cases to lines of decisions. */
import { isUtf8 } from "node:buffer";
import { adjudicate } from "../adjudicate.ts";
import { LIMITS } from "../case-schema.ts";
import type { Policy } from "../compile.ts";
import type { InvalidCase } from "../validate-case.ts";
import { validateCase } from "../validate-case.ts";
import { DecisionBytes } from "./decision-bytes.ts";
import type { LineBlock } from "./line-blocks.ts";
import { MAX_LINE_BYTES } from "./line-blocks.ts";
import type { BlockAnswer } from "./second-thread.ts";

function refusal(line: number, error: InvalidCase): string {
  return `${JSON.stringify({ line, error })}\n`;
}

function notACase(line: number, message: string): string {
  return refusal(line, { code: "invalid-case", path: "", message });
}

/** The answer to a line that was too long to keep. */
function tooLong(line: number): string {
  return notACase(line, `行超过 ${MAX_LINE_BYTES / 1024 / 1024} MB`);
}

/** Shorter lines are parsed whatever they hold. */
const LONG_LINE = 64 * 1024;

/** More objects and arrays than the longest lists that a case may have. */
const MOST_CONTAINERS = LIMITS.history + LIMITS.periods + 1000;

/** Whether a long line opens more objects and arrays than any case: parsing it would take many times its size. */
function opensTooMany(text: string): boolean {
  if (text.length < LONG_LINE) return false;
  let opened = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // "[" and "{"
    if (code === 91 || code === 123) opened += 1;
  }
  return opened > MOST_CONTAINERS;
}

/** Adds the answer to one line; says whether it was a case. */
function decideLine(policy: Policy, text: string, line: number, out: DecisionBytes): boolean {
  if (opensTooMany(text)) return refuse(out, notACase(line, "列表过长或嵌套过多"));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(out, notACase(line, text.trim() === "" ? "空行" : "不是 JSON"));
  }
  const validated = validateCase(value, policy);
  if (!validated.ok) return refuse(out, refusal(line, validated.error));
  out.add(adjudicate(policy, validated.case));
  return true;
}

function refuse(out: DecisionBytes, answer: string): false {
  out.text(answer);
  return false;
}

/** Decides blocks of whole lines, one line of answer each. */
export class BlockDecider {
  private readonly policy: Policy;
  private readonly out = new DecisionBytes();

  constructor(policy: Policy) {
    this.policy = policy;
  }

  decide({ firstLine, bytes }: LineBlock): BlockAnswer {
    if (bytes === null) {
      this.out.text(tooLong(firstLine));
      return { invalid: 1, bytes: this.out.take() };
    }
    return { invalid: this.decideLines(bytes, firstLine), bytes: this.out.take() };
  }

  /** Returns the number of lines that weren't a case. */
  private decideLines(bytes: Uint8Array, firstLine: number): number {
    const wellFormed = isUtf8(bytes);
    const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8").split("\n");
    let invalid = 0;
    for (const [at, content] of lines.entries()) {
      const line = firstLine + at;
      // Bytes that are no UTF-8 come out as this character; a case must not change on its way in.
      if (!wellFormed && content.includes("\uFFFD")) {
        this.out.text(notACase(line, "不是有效的 UTF-8"));
        invalid += 1;
        continue;
      }
      const text = line === 1 && content.startsWith("\uFEFF") ? content.slice(1) : content;
      if (!decideLine(this.policy, text, line, this.out)) invalid += 1;
    }
    return invalid;
  }
}
