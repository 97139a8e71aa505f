/**
 * Measures the speed of a decision: the pre-job benefit with its full trace against two rule engines that keep a trace, on the same
 * cases and with equal answers; then without trace, all benefits, and the command line from file to file.
 */
import type { Case } from "../../packages/policy/src/index.ts";
import { adjudicate, decide, loadPolicy } from "../../packages/policy/src/index.ts";
import type { Answer } from "./answer.ts";
import { sameAnswer } from "./answer.ts";
import { preJobCases } from "./cases.ts";
import { commandLine } from "./command-line.ts";
import { jsonRules } from "./json-rules.ts";
import { zen } from "./zen.ts";

const COMPARED = 2000;
const ROUNDS = 7;

/** The version that the other engines were given the rules of. */
const policy = loadPolicy("rugao-2019@1.0.0");

function ours(c: Case): Answer {
  const decision = adjudicate(policy, c);
  return {
    outcome: decision.outcome === "granted" ? "granted" : "refused",
    met: decision.findings.map((finding) => finding.met === true),
    amountFen: decision.amountFen ?? 0,
  };
}

/**
 * Decisions per second of processor time, including garbage collection and an engine's own threads: the rate of one core, whatever
 * else the machine does. The best of some rounds.
 */
async function perSecond(cases: readonly Case[], work: (c: Case) => unknown): Promise<number> {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    // Many at once, so that an engine with threads of its own isn't limited by ours.
    for (let at = 0; at < cases.length; at += 100) {
      const answers: unknown[] = [];
      for (const c of cases.slice(at, at + 100)) answers.push(work(c));
      if (answers[0] instanceof Promise) await Promise.all(answers);
    }
    const { user, system } = process.cpuUsage(start);
    best = Math.max(best, (cases.length / (user + system)) * 1e6);
  }
  return best;
}

const compared = preJobCases(COMPARED);
const zenEngine = zen();
const rulesEngine = jsonRules();
let granted = 0;
for (const c of compared) {
  const answer = ours(c);
  if (answer.outcome === "granted") granted += 1;
  for (const [name, other] of [
    ["zen", await zenEngine.decide(c)],
    ["json-rules-engine", await rulesEngine.decide(c)],
  ] as const) {
    if (!sameAnswer(answer, other)) {
      throw new Error(`${name} answers ${c.id} otherwise: ${JSON.stringify(answer)} ${JSON.stringify(other)}`);
    }
  }
}
process.stdout.write(`answers equal on ${COMPARED} cases, ${granted} of them granted\n`);

const many = preJobCases(100_000);
const complete = many.filter((c) => decide(policy, c).outcome === "granted");
const traced = await perSecond(many, (c) => adjudicate(policy, c));
const untraced = await perSecond(many, (c) => decide(policy, c));
const untracedGranted = await perSecond(complete, (c) => decide(policy, c));
const zenTraced = await perSecond(compared, zenEngine.decide);
const rulesTraced = await perSecond(compared, rulesEngine.decide);
zenEngine.close();
const line = await commandLine(Number(process.env["BENCH_CASES"] ?? 200_000));

const rows: [string, string][] = [
  ["full trace, per second", Math.round(traced).toLocaleString("en")],
  ["without trace, per second", Math.round(untraced).toLocaleString("en")],
  ["without trace, granted cases only", Math.round(untracedGranted).toLocaleString("en")],
  ["zen-engine with trace", Math.round(zenTraced).toLocaleString("en")],
  ["json-rules-engine", Math.round(rulesTraced).toLocaleString("en")],
  ["times zen-engine", (traced / zenTraced).toFixed(1)],
  ["times json-rules-engine", (traced / rulesTraced).toFixed(1)],
  [`command line, ${line.cases.toLocaleString("en")} cases, seconds`, line.seconds.toFixed(1)],
  ["command line, a million cases at that pace, seconds", line.secondsPerMillion.toFixed(1)],
  ["command line, most memory, MB", line.peakMegabytes.toFixed(0)],
];
for (const [name, value] of rows) process.stdout.write(`${name.padEnd(56)}${value.padStart(12)}\n`);

process.stdout.write(
  `${JSON.stringify({
    bench: "adjudication",
    figures: {
      tracedPerSecond: Math.round(traced),
      untracedPerSecond: Math.round(untraced),
      untracedGrantedPerSecond: Math.round(untracedGranted),
      commandLineSecondsPerMillion: Number(line.secondsPerMillion.toFixed(1)),
      commandLinePeakMegabytes: Math.round(line.peakMegabytes),
    },
    against: { zenEnginePerSecond: Math.round(zenTraced), jsonRulesEnginePerSecond: Math.round(rulesTraced) },
    ratio: {
      zenEngine: Number((traced / zenTraced).toFixed(1)),
      jsonRulesEngine: Number((traced / rulesTraced).toFixed(1)),
    },
  })}\n`,
);
