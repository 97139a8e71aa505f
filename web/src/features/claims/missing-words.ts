/** Advice for each missing fact instead of its name: what to do or wait for. By the start of the fact's path. */
const WORDS: readonly [prefixes: readonly string[], words: string][] = [
  [
    ["/certificate", "/training", "/standard", "/hours", "/catalogue", "/institution"],
    "一本证书：在平台报班学完考出来，或者把在别处考的报上来",
  ],
  [["/insurance"], "社会保险缴了多少、现在还缴不缴"],
  [["/employment"], "现在在不在上班、在哪家单位"],
  [["/degree"], "学历"],
  [["/person/groups"], "身份类别：登记失业、低保、退役军人等"],
  [["/person/unemploymentBenefit"], "领没领过失业保险金"],
  [["/person/monthlyPension"], "有没有按月领养老金"],
  [["/history"], "以前领过哪些培训补贴"],
  [["/workForTraining"], "在单位以工代训了几个月"],
  [["/person/birthDate"], "出生日期"],
  [["/person/inPlaceOf"], "替哪位亲属参加"],
  [["/person/trainingNeed"], "培训需求：报了班，由镇（街道）或培训机构登记，不用您填表"],
];

/** Missing facts as a few lines that a person understands; unknown ones keep their label. */
export function missingWords(missing: readonly { path: string; label: string }[]): string[] {
  const lines = missing.map(
    ({ path, label }) => WORDS.find(([prefixes]) => prefixes.some((prefix) => path.startsWith(prefix)))?.[1] ?? label,
  );
  return [...new Set(lines)];
}
