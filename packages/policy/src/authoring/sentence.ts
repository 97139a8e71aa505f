/**
 * A rule's sentence with the places of what can be changed in it. The sentence is made by the mechanism alone; a place is found by
 * changing that value and looking where the sentence changes. So whatever a mechanism says can be edited where it stands,
 * and a new mechanism needs nothing more.
 */
import { compileAmount } from "../amounts/steps.ts";
import type { Amount } from "../amounts/steps.ts";
import { showValue } from "../compile.ts";
import { isCivilDate } from "../dates.ts";
import type { Lookup, ParameterReader } from "../evaluation.ts";
import { withLists } from "../lists.ts";
import { compileTest } from "../mechanisms/index.ts";
import type { TestNode } from "../mechanisms/index.ts";
import { getAt, setAt } from "../pointer.ts";
import type { Stage } from "../vocabulary.ts";
import type { Names } from "./context.ts";
import { codeNames, isRecord } from "./context.ts";
import type { Control } from "./fields.ts";
import { fieldsOf } from "./fields.ts";
import type { Family } from "./names.ts";

/** A value in a sentence: where it stands in the rule, and how it is filled in. */
export interface Leaf {
  pointer: string;
  value: unknown;
  control: Control;
}

/** A piece of a sentence: words, a value that can be changed, or a parameter whose value can. */
export type Piece = { text: string; leaf?: Leaf; parameter?: string };

export interface AmountSentence {
  stage: Stage | null;
  pieces: Piece[];
}

/** The values inside a node that a sentence may show. */
export function leavesOf(family: Family, node: unknown, names: Names, at = ""): Leaf[] {
  // A number of years stands where a block may stand, also while it is half typed.
  if (family === "years" && node !== undefined && !isRecord(node))
    return [{ pointer: at, value: node, control: { kind: "number", least: 0, most: 150, unit: "周岁" } }];
  if (!isRecord(node)) return [];
  return fieldsOf(family, node, names).flatMap(({ key, control }) =>
    leavesAt(control, node[key], names, `${at}/${key}`),
  );
}

function leavesAt(control: Control, value: unknown, names: Names, pointer: string): Leaf[] {
  switch (control.kind) {
    case "number":
    case "day":
    case "many":
      return value === undefined ? [] : [{ pointer, value, control }];
    case "bound":
      return isRecord(value) ? [] : [{ pointer, value, control: control.literal }];
    case "block":
      return leavesOf(control.family, value, names, pointer);
    case "blocks":
      return listOf(value).flatMap((one, at) => leavesOf(control.family, one, names, `${pointer}/${at}`));
    case "options":
      return listOf(value).flatMap((one, at) =>
        leavesOf(control.family, getAt(one, `/${control.part}`), names, `${pointer}/${at}/${control.part}`),
      );
    default:
      return [];
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Values that share no first and no last letter with one another, so that one of them differs from any other at both ends. */
function probesOf({ control, value }: Leaf): unknown[] {
  switch (control.kind) {
    case "number":
      return [98_765, 43_219];
    case "day":
      return ["1903-07-08", "2194-12-31"];
    default:
      return Array.isArray(value) && value.length === 0 ? [] : [[]];
  }
}

function isWhole({ control, value }: Leaf): boolean {
  if (control.kind === "number") return typeof value === "number";
  if (control.kind === "day") return typeof value === "string" && isCivilDate(value);
  return Array.isArray(value) || isRecord(value);
}

/** Letters that no text of a package has: they mark a parameter in a sentence. */
const MARK = /\uE000([^\uE001]*)\uE001/gu;

function readerOf(name: string, names: Names): ParameterReader {
  const parameter = names.parameters.find((one) => one.name === name);
  return {
    name,
    label: `\uE000=${name}\uE001`,
    read: () => undefined,
    show: (value) => (parameter === undefined ? String(value) : showValue(parameter.type, value)),
    text: `\uE000${name}\uE001`,
    values: [],
  };
}

function lookupOf(names: Names): Lookup {
  return {
    parameter: (name) => readerOf(name, names),
    benefit: (id) => names.benefits[id] ?? id,
    group: (id) => names.groups[id] ?? id,
    codes: (path) => codeNames(names, path),
  };
}

/** A parameter as a sentence names it: its label, and the value where there is only one. */
export function parameterText(name: string, names: Names): string {
  const parameter = names.parameters.find((one) => one.name === name);
  if (parameter === undefined) return name === "" ? "（还没有选参数）" : `（没有参数 ${name}）`;
  const [only, ...more] = parameter.values;
  if (only === undefined || more.length > 0) return parameter.label;
  return `${parameter.label}（${showValue(parameter.type, only.value)}）`;
}

const labelIn = (name: string, names: Names): string =>
  names.parameters.find((one) => one.name === name)?.label ?? parameterText(name, names);

/** First and last letter (after) at which two texts differ, in the first. */
function differing(text: string, other: string): [from: number, to: number] {
  let from = 0;
  while (from < text.length && from < other.length && text[from] === other[from]) from += 1;
  let back = 0;
  while (back < text.length - from && back < other.length - from && text.at(-1 - back) === other.at(-1 - back))
    back += 1;
  return [from, text.length - back];
}

interface Span {
  from: number;
  to: number;
  leaf: Leaf;
}

/** The spans that stand apart, from left to right; of two that overlap the shorter one. */
function apart(spans: readonly Span[]): Span[] {
  const taken: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.to - a.from - (b.to - b.from)))
    if (span.to > span.from && taken.every((one) => one.to <= span.from || one.from >= span.to)) taken.push(span);
  return taken.toSorted((a, b) => a.from - b.from);
}

function piecesOf(text: string, spans: readonly Span[], names: Names): Piece[] {
  const pieces: Piece[] = [];
  const words = (part: string): void => {
    let at = 0;
    for (const found of part.matchAll(MARK)) {
      if (found.index > at) pieces.push({ text: part.slice(at, found.index) });
      const labelled = found[1]?.startsWith("=") === true;
      const name = (found[1] ?? "").replace("=", "");
      pieces.push({ text: labelled ? labelIn(name, names) : parameterText(name, names), parameter: name });
      at = found.index + found[0].length;
    }
    if (at < part.length) pieces.push({ text: part.slice(at) });
  };
  let at = 0;
  for (const { from, to, leaf } of spans) {
    words(text.slice(at, from));
    pieces.push({ text: text.slice(from, to), leaf });
    at = to;
  }
  words(text.slice(at));
  return pieces;
}

/** The sentences of a node, one by one, with their values placed. Null where it is too unfinished to be one. */
function placed(
  node: unknown,
  leaves: readonly Leaf[],
  names: Names,
  textsOf: (node: unknown, lookup: Lookup) => string[],
): Piece[][] | null {
  const lookup = lookupOf(names);
  try {
    // A half-typed value stands in its sentence all the same.
    let whole = node;
    for (const leaf of leaves) if (!isWhole(leaf)) whole = setAt(whole, leaf.pointer, probesOf(leaf)[0] ?? []);
    const said = (one: unknown): string[] => textsOf(withLists(one, names.lists), lookup);
    const texts = said(whole);
    const spans = texts.map((): Span[] => []);
    for (const leaf of leaves) {
      const others = probesOf(leaf)
        .filter((probe) => probe !== getAt(whole, leaf.pointer))
        .map((probe) => said(setAt(whole, leaf.pointer, probe)));
      for (const [at, text] of texts.entries()) {
        const ends = others.map((other) => differing(text, other[at] ?? "")).filter(([from, to]) => to > from);
        if (ends.length === 0) continue;
        const [from, to] = [Math.min(...ends.map((one) => one[0])), Math.max(...ends.map((one) => one[1]))];
        spans[at]?.push({ from, to, leaf });
      }
    }
    return texts.map((text, at) => piecesOf(text, apart(spans[at] ?? []), names));
  } catch {
    return null;
  }
}

/** The sentence of a test's rule; null where the rule is too unfinished to be one. */
export function testSentence(rule: unknown, names: Names): Piece[] | null {
  const sentences = placed(rule, leavesOf("test", rule, names), names, (node, lookup) => [
    // An unfinished rule throws, and has no sentence.
    compileTest(node as TestNode, lookup).text,
  ]);
  return sentences?.[0] ?? null;
}

/** The sentences of an amount, one for each stage; null where it is too unfinished. */
export function amountSentences(amount: unknown, names: Names): AmountSentence[] | null {
  const steps = isRecord(amount) && amount["kind"] === "steps" ? [{ at: "/steps", list: amount["steps"] }] : [];
  const staged = isRecord(amount) && amount["kind"] === "staged" ? listOf(amount["stages"]) : [];
  const all = [...steps, ...staged.map((one, at) => ({ at: `/stages/${at}/steps`, list: getAt(one, "/steps") }))];
  const leaves = all.flatMap(({ at, list }) =>
    listOf(list).flatMap((step, index) => leavesOf("step", step, names, `${at}/${index}`)),
  );
  let stages: (Stage | null)[] = [];
  const sentences = placed(amount, leaves, names, (node, lookup) => {
    const { text } = compileAmount(node as Amount, lookup);
    stages = text.map(({ stage }) => stage);
    return text.map((one) => one.text);
  });
  return sentences?.map((pieces, at) => ({ stage: stages[at] ?? null, pieces })) ?? null;
}
