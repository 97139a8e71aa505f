import type { CivilDate } from "@jinengtong/standards";
import { sql, type Database } from "../../kernel/database.ts";
import { conflict, type Problem } from "../../kernel/problem.ts";

/** Names of the evaluation rules with their words and unit. A number of each, from a day and with its source, stands in `evaluation_rule`. */
export const RULE_WORDS = {
  "min-examiners": "考评人员最少人数",
  "odd-panel": "考评人员须为单数（1 是，0 否）",
  "score-sheets": "技能、评审独立评分表最少份数",
  "batches-running": "考评人员在同一机构最多连续批次",
  "new-share": "每次轮换的新考评人员比例（%）",
  "senior-from-level": "须由高级考评员考评的最低等级（2 即二级、一级）",
  "room-invigilators": "每个理论考场监考最少人数",
  "heads-per-invigilator": "每名监考最多考生数",
  "heads-per-examiner": "每名考评人员同时最多考生数",
  "pass-score": "各科合格分",
  "make-up-days": "补考期限（天）",
  "publicity-days": "成绩公示（工作日）",
  "least-age": "考生最低年龄（岁）",
  "lease-months": "租用场地最短租期（月）",
  "filing-years": "备案最长有效期（年）",
  "open-minutes": "试卷开考前多少分钟内启封",
  "node-plan": "节点：提交计划（距考试日的工作日）",
  "node-registration": "节点：报名截止",
  "node-rooms": "节点：考场编排",
  "node-staff": "节点：派员",
  "node-scores": "节点：成绩登记",
  "node-publicity": "节点：开始公示",
  "node-certificates": "节点：发证",
  "node-close": "节点：归档",
} as const;

export type RuleName = keyof typeof RULE_WORDS;
export const RULE_NAMES = Object.keys(RULE_WORDS) as RuleName[];

interface RuleRow {
  name: RuleName;
  value: number;
  source: string;
  from: CivilDate;
}

/** Rules in force on a day. A refusal names its rule, source and day. */
export class Rules {
  private readonly rows: ReadonlyMap<RuleName, RuleRow>;

  constructor(rows: readonly RuleRow[]) {
    this.rows = new Map(rows.map((row) => [row.name, row]));
  }

  /** Value of a rule; refuses where none was entered, since none is assumed. */
  value(name: RuleName): number {
    const row = this.rows.get(name);
    if (!row)
      throw conflict(`rule-${name}`, `本县还没有录入认定规则“${RULE_WORDS[name]}”，请人社部门先录入并由另一人确认。`);
    return row.value;
  }

  /** `（依据：…，… 起）` */
  basis(name: RuleName): string {
    const row = this.rows.get(name);
    return row ? `（依据：${row.source}，${row.from} 起）` : "";
  }

  refuse(name: RuleName, sentence: string): Problem {
    return conflict(`rule-${name}`, `${sentence}${this.basis(name)}`, {
      rule: name,
      value: this.rows.get(name)?.value,
    });
  }
}

/** Rules of a place and occupation on a day: the county's own before those for everywhere, the occupation's before those for all. */
export async function rulesOn(
  db: Database,
  at: { region: string; occupation: string | null; on: string },
): Promise<Rules> {
  const { rows } = await sql<RuleRow>`
    select distinct on (name) name, value, source, effective_from as "from" from evaluation_rule
    where agreed and effective_from <= ${at.on}::date and starts_with(${at.region}, region)
      and (occupation is null or occupation = ${at.occupation})
    order by name, occupation is null, length(region) desc, effective_from desc, decided_at desc nulls last`.execute(
    db,
  );
  return new Rules(rows);
}
