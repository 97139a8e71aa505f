import { type Machine, stateWord } from "@jinengtong/words";
import { benefitName, GROUPS } from "@jinengtong/policy";
import { regionName } from "@jinengtong/county";
import { isSkillLevel, skillLevelLabel } from "@jinengtong/standards";
import type { Policies } from "../kernel/policies.ts";

/** Chinese label of a state; the code itself if it has none. */
export const stateLabel = (machine: string, state: string): string => stateWord(machine as Machine, state).label;

/** Name of a benefit in the loaded programmes. */
export const benefitLabel = (policies: Policies, benefit: string): string => benefitName(policies.every(), benefit);

export const groupLabel = (group: string): string => (GROUPS as Record<string, string>)[group] ?? group;

export const levelLabel = (level: number): string => (isSkillLevel(level) ? skillLevelLabel(level) : "无等级");

export const townLabel = (town: string): string => regionName(town);

export const policyLabel = (policies: Policies, id: string): string => policies.get(id)?.rules.manifest.title ?? id;
