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
  "远航船舶重工",
  "清水纺织",
  "青石机电",
  "双河食品",
  "云上新能源",
  "石桥化工",
  "柳林家纺",
  "清泉电子",
  "精诚精密制造",
  "新塘建材",
];
export const EVALUATOR_NAMES = ["职业技能鉴定所", "行业技能评价中心"];
