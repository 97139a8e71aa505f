/** Benefits that a person may have had before, for people to choose from. */
export const HISTORY_CHOICES: readonly { value: string; label: string }[] = [
  { value: "unemployed-training", label: "失业人员职业技能培训补贴" },
  { value: "skill-upgrade", label: "岗位技能提升补贴" },
  { value: "startup-training", label: "创业培训补贴" },
  { value: "special-operation", label: "高危行业和特种作业培训补贴" },
  { value: "living-allowance", label: "培训期间生活费补贴" },
  { value: "technician-award", label: "技师、高级技师奖励" },
  { value: "degree-award", label: "学历提升奖励" },
  { value: "pre-job", label: "岗前培训补贴（单位领取）" },
  { value: "on-job", label: "在岗和转岗转业培训补贴（单位领取）" },
  { value: "work-for-training", label: "以工代训补贴（单位领取）" },
  { value: "provincial-shortage", label: "省高技能人才紧缺型职业（工种）培训补贴" },
];
