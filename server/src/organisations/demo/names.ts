/** Names of the county's organisations. */
export const INSTITUTION_NAMES = [
  "益民",
  "惠农",
  "江海",
  "新程",
  "匠心",
  "启航",
  "春晖",
  "博通",
  "众业",
  "金桥",
  "育才",
  "安顺",
];
export const SCHOOL_NAMES = ["第一中等专业学校", "技师学院"];
export const ENTERPRISE_NAMES = [
  "长江船舶重工",
  "雉水纺织",
  "磨头机电",
  "白蒲食品",
  "九华新能源",
  "石庄化工",
  "搬经家纺",
  "东陈电子",
  "丁堰精密制造",
  "吴窑建材",
];
export const EVALUATOR_NAMES = ["职业技能鉴定所", "行业技能评价中心"];
