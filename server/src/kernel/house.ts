import type { Role } from "./actor.ts";
import type { Module } from "./module.ts";
import type { Offers } from "./offers.ts";
import { type AnyOperation, operationsIn } from "./operation.ts";
import type { QueueWork } from "./queue.ts";
import type { Refusals } from "./refusals.ts";
import type { SealedColumn } from "./sealed.ts";

/** A token scope: its Chinese label, and the roles that can use it. */
export interface Scope {
  label: string;
  roles: ReadonlySet<Role>;
}

/** All modules combined: every declaration that the platform or another module reads. */
export interface House {
  modules: readonly Module[];
  queueWork: QueueWork;
  refusals: Refusals;
  /** Token scopes that operations declare. */
  scopes: ReadonlyMap<string, Scope>;
  /** Chinese titles of jobs by task, as the queue stores it. */
  jobTitles: ReadonlyMap<string, string>;
  sealed: readonly SealedColumn[];
  offers: Partial<Offers>;
}

/** Thrown for invalid module declarations: place and reason of each, all at once. */
export class DeclarationError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`module declarations are wrong:\n  ${problems.join("\n  ")}`);
    this.name = "DeclarationError";
    this.problems = problems;
  }
}

/** Scopes of the platform itself, which no token can have: a session that must first change its password may do only that. */
const OWN_SCOPES: ReadonlySet<string> = new Set(["own-password"]);

/** Combines modules in the given order. Throws DeclarationError if a declaration is invalid. */
export function composeHouse(modules: readonly Module[]): House {
  const problems = [...checkNames(modules), ...checkScopes(modules), ...checkEvents(modules), ...checkStates(modules)];
  if (problems.length > 0) throw new DeclarationError(problems);
  return {
    modules,
    queueWork: {
      subscriptions: modules.flatMap((module) => module.subscriptions ?? []),
      schedules: modules.flatMap((module) => module.schedules ?? []),
    },
    refusals: Object.assign({}, ...modules.map((module) => module.refusals ?? {})) as Refusals,
    scopes: scopesOf(modules),
    jobTitles: new Map([["event", "分发事件"], ...modules.flatMap(jobsOf)]),
    sealed: modules.flatMap((module) => module.sealed ?? []),
    offers: Object.assign({}, ...modules.map((module) => module.offers ?? {})) as Partial<Offers>,
  };
}

const operationsOf = (module: Module): [id: string, op: AnyOperation][] => operationsIn(module.operations);

const routeOf = ({ method, path }: AnyOperation): string => `${method} ${path}`;

const jobsOf = (module: Module): [task: string, title: string][] => [
  ...(module.subscriptions ?? []).map(({ name, title }): [string, string] => [`on:${name}`, title]),
  ...(module.schedules ?? []).map(({ name, title }): [string, string] => [`schedule:${name}`, title]),
];

/** Names, and labels that a person would read as the same thing, of which there may be one in all modules. */
const uniqueOf = (module: Module): string[] => [
  `module ${module.name}`,
  ...operationsOf(module).flatMap(([id, op]) => [`operation ${id}`, `route ${routeOf(op)}`]),
  ...Object.entries(module.words.nouns).flatMap(([noun, label]) => [`noun ${noun}`, `the noun's label ${label}`]),
  ...Object.entries(module.words.scopes ?? {}).flatMap(([scope, label]) => [
    `scope ${scope}`,
    `the scope's label ${label}`,
  ]),
  ...Object.keys(module.words.messages ?? {}).map((template) => `message ${template}`),
  ...(module.states ?? []).map(({ machine }) => `state machine ${machine}`),
  ...Object.entries(module.words.states ?? {}).flatMap(([machine, states]) =>
    Object.values(states).map(({ label }) => `the label ${label} of a state of ${machine}`),
  ),
  ...(module.sealed ?? []).map(({ table, column }) => `sealed column ${table}.${column}`),
  ...(module.emits ?? []).map((event) => `event ${event}`),
  ...jobsOf(module).flatMap(([task, title]) => [`job ${task}`, ...(title === "" ? [] : [`the job's title ${title}`])]),
  ...Object.keys(module.offers ?? {}).map((offer) => `offer ${offer}`),
  ...Object.keys(module.refusals ?? {}).map((constraint) => `refusal ${constraint}`),
];

function checkNames(modules: readonly Module[]): string[] {
  const said = new Map<string, string>();
  return modules.flatMap((module) => {
    const untitled = jobsOf(module)
      .filter(([, title]) => title === "")
      .map(([task]) => `${module.name}: job ${task} has no title`);
    const twice = uniqueOf(module).flatMap((name) => {
      const by = said.get(name);
      said.set(name, module.name);
      return by === undefined ? [] : [`${module.name}: ${name} is declared twice, before by ${by}`];
    });
    return [...twice, ...untitled];
  });
}

function checkScopes(modules: readonly Module[]): string[] {
  const labels = new Set(modules.flatMap((module) => Object.keys(module.words.scopes ?? {})));
  const used = scopesOf(modules);
  return modules.flatMap((module) => [
    ...operationsOf(module).flatMap(([id, { scope }]) =>
      scope === undefined || labels.has(scope) || OWN_SCOPES.has(scope)
        ? []
        : [`${module.name}: operation ${id} has the scope ${scope}, which has no label`],
    ),
    ...Object.keys(module.words.scopes ?? {})
      .filter((scope) => !used.has(scope))
      .map((scope) => `${module.name}: scope ${scope} has a label, but no operation has it`),
  ]);
}

function scopesOf(modules: readonly Module[]): Map<string, Scope> {
  const labels = new Map(modules.flatMap((module) => Object.entries(module.words.scopes ?? {})));
  const scopes = new Map<string, { label: string; roles: Set<Role> }>();
  for (const [, op] of modules.flatMap(operationsOf)) {
    const label = op.scope === undefined ? undefined : labels.get(op.scope);
    if (op.scope === undefined || label === undefined) continue;
    const scope = scopes.get(op.scope) ?? { label, roles: new Set<Role>() };
    for (const role of "roles" in op.permission ? op.permission.roles : []) scope.roles.add(role);
    scopes.set(op.scope, scope);
  }
  return scopes;
}

function checkEvents(modules: readonly Module[]): string[] {
  const emittedBy = new Map(modules.flatMap((module, at) => (module.emits ?? []).map((event) => [event, at] as const)));
  const heard = new Set(modules.flatMap((module) => (module.subscriptions ?? []).map(({ event }) => event)));
  return modules.flatMap((module, at) => [
    ...(module.emits ?? [])
      .filter((event) => !heard.has(event) && !(module.exports ?? []).includes(event))
      .map((event) => `${module.name}: nobody hears the event ${event}; give it a listener or list it in exports`),
    ...(module.exports ?? [])
      .filter((event) => emittedBy.get(event) !== at)
      .map((event) => `${module.name}: exports the event ${event}, which it doesn't emit`),
    ...(module.subscriptions ?? []).flatMap(({ event, name }) => {
      const from = emittedBy.get(event);
      if (from === undefined) return [`${module.name}: ${name} waits for the event ${event}, which nobody emits`];
      return from > at ? [`${module.name}: ${name} hears the event ${event} of a later module`] : [];
    }),
  ]);
}

function checkStates(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => {
    const words = module.words.states ?? {};
    const machines = module.states ?? [];
    return [
      ...machines.flatMap((machine) => {
        const labels = words[machine.machine];
        if (labels === undefined) return [`${module.name}: state machine ${machine.machine} has no words`];
        const states = new Set([
          ...machine.birth,
          ...Object.keys(machine.states),
          ...Object.values(machine.states).flatMap(({ to }) => to),
        ]);
        return [
          ...[...states]
            .filter((state) => !labels[state]?.label)
            .map((state) => `${module.name}: state ${state} of ${machine.machine} has no label`),
          ...Object.keys(labels)
            .filter((state) => !states.has(state))
            .map(
              (state) => `${module.name}: ${machine.machine} has a label for ${state}, which is not one of its states`,
            ),
        ];
      }),
      ...Object.keys(words)
        .filter((name) => !machines.some(({ machine }) => machine === name))
        .map((name) => `${module.name}: words for a state machine ${name}, which it doesn't have`),
    ];
  });
}
