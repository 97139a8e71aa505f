import { BENEFITS, GROUPS, type Policy } from "@jinengtong/policy";
import { regionName } from "@jinengtong/county";
import { isSkillLevel, skillLevelLabel } from "@jinengtong/standards";
import { entitlement } from "../entitlement/index.ts";
import { fund } from "../fund/index.ts";
import type { StateMachine } from "../kernel/states.ts";
import { training } from "../training/index.ts";

const machines = new Map<string, StateMachine<string>>(
  [training, entitlement, fund].flatMap((module) => (module.states ?? []).map((machine) => [machine.machine, machine])),
);

/** The Chinese name of a state of a machine of training, entitlement or fund; the code itself where there is none. */
export const stateLabel = (machine: string, state: string): string =>
  machines.get(machine)?.states[state]?.label ?? state;

export const benefitLabel = (benefit: string): string => (BENEFITS as Record<string, string>)[benefit] ?? benefit;

export const groupLabel = (group: string): string => (GROUPS as Record<string, string>)[group] ?? group;

export const levelLabel = (level: number): string => (isSkillLevel(level) ? skillLevelLabel(level) : "无等级");

export const townLabel = (town: string): string => regionName(town);

export const policyLabel = (policies: ReadonlyMap<string, Policy>, id: string): string =>
  policies.get(id)?.rules.manifest.title ?? id;
