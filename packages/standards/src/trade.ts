/**
 * The commonest trades: the words people use for them, and the drawing that stands for them everywhere.
 *
 * A trade is how somebody who wants to learn speaks ("电焊", "护工"); an occupation is how the classification does. The words are data for
 * search and for choosing by picture; nothing is decided by them.
 */
export interface Trade {
  /** Name of its drawing: a symbol of the pages' `trades.svg`. */
  readonly drawing: string;
  /** The short word on a tile. */
  readonly name: string;
  /** Codes of the 2022 classification, or beginnings of them (whole groups of four). */
  readonly occupations: readonly string[];
  /** Other words that people look for it by. */
  readonly words: readonly string[];
}

/** Drawing of an occupation that has none of its own. */
export const PLAIN_TRADE = "trade";

export const trades: readonly Trade[] = [
  {
    drawing: "welder",
    name: "焊工",
    occupations: ["6-18-02-04"],
    words: ["电焊", "气焊", "氩弧焊", "二保焊", "焊接", "烧焊"],
  },
  {
    drawing: "electrician",
    name: "电工",
    occupations: ["6-31-01-03", "6-29-03-02"],
    words: ["水电", "水电工", "强电", "弱电", "低压电工", "高压电工", "布线"],
  },
  {
    drawing: "carer",
    name: "养老护理",
    occupations: ["4-10-01-05", "4-14-01-02"],
    words: ["护工", "护理员", "护老", "照顾老人", "陪护", "医疗护理"],
  },
  {
    drawing: "childcare",
    name: "育婴保育",
    occupations: ["4-10-01-02", "4-10-01-03"],
    words: ["月嫂", "育婴", "育婴师", "保育", "保育员", "母婴", "带小孩", "带孩子", "托育"],
  },
  {
    drawing: "cook",
    name: "烹调",
    occupations: ["4-03-02-01", "4-03-02-03"],
    words: ["烧菜", "做菜", "炒菜", "厨师", "大厨", "厨子", "掌勺"],
  },
  {
    drawing: "pastry",
    name: "面点",
    occupations: ["4-03-02-02", "4-03-02-04"],
    words: ["包子", "馒头", "点心", "烘焙", "蛋糕", "早点", "白案"],
  },
  {
    drawing: "housekeeping",
    name: "家政",
    occupations: ["4-10-01-06"],
    words: ["保洁", "打扫", "钟点工", "保姆", "阿姨", "家务", "收纳"],
  },
  {
    drawing: "livestream",
    name: "直播电商",
    occupations: ["4-01-06"],
    words: ["直播", "带货", "主播", "网店", "开网店", "淘宝", "电商", "抖音", "短视频"],
  },
  {
    drawing: "lathe",
    name: "数控车铣",
    occupations: ["6-18-01"],
    words: ["数控", "车床", "铣床", "加工中心", "cnc", "机床", "车工", "铣工"],
  },
  {
    drawing: "robot",
    name: "工业机器人",
    occupations: ["6-31-07"],
    words: ["机器人", "机械臂", "自动化", "plc"],
  },
  {
    drawing: "fitter",
    name: "钳工装配",
    occupations: ["6-20-01", "6-31-01-02"],
    words: ["钳工", "装配", "机修", "维修工", "修机器"],
  },
  {
    drawing: "forklift",
    name: "叉车",
    occupations: ["6-30-05-02", "6-30-05-05"],
    words: ["铲车", "叉车司机", "仓库", "搬运"],
  },
  {
    drawing: "crane",
    name: "起重装卸",
    occupations: ["6-30-05-01", "6-30-05"],
    words: ["吊车", "行车", "塔吊", "起重机", "起重", "龙门吊"],
  },
  {
    drawing: "carrepair",
    name: "汽车维修",
    occupations: ["4-12-01"],
    words: ["修车", "汽修", "新能源汽车", "钣金", "喷漆", "洗车"],
  },
  {
    drawing: "hairdresser",
    name: "美发美容",
    occupations: ["4-10-03"],
    words: ["理发", "剪头", "剃头", "美容", "化妆", "美甲", "烫染"],
  },
  {
    drawing: "gardener",
    name: "园艺种植",
    occupations: ["4-09-10", "5-01"],
    words: ["种花", "花木", "盆景", "苗木", "绿化", "园林", "种地", "种菜", "果树"],
  },
  {
    drawing: "drone",
    name: "无人机",
    occupations: ["4-02-04-06"],
    words: ["飞手", "航拍", "植保", "遥控飞机", "打药"],
  },
  {
    drawing: "computing",
    name: "信息技术",
    occupations: ["2-02-38", "4-04-04", "4-04-05"],
    words: ["电脑", "编程", "程序", "计算机", "办公软件", "人工智能", "ai", "大数据", "网络"],
  },
  {
    drawing: "courier",
    name: "快递配送",
    occupations: ["4-02-07"],
    words: ["快递", "送货", "外卖", "骑手", "物流", "送外卖"],
  },
  {
    drawing: "sewing",
    name: "缝纫服装",
    occupations: ["6-05"],
    words: ["裁缝", "缝纫", "服装", "做衣服", "踩缝纫机", "制衣", "纺织"],
  },
  {
    drawing: "ship",
    name: "船舶修造",
    occupations: ["6-31-02-01", "6-23-09"],
    words: ["造船", "修船", "船厂", "船舶"],
  },
  {
    drawing: "scaffold",
    name: "建筑登高",
    occupations: ["6-29-01", "6-29-02"],
    words: ["脚手架", "架子工", "瓦工", "泥工", "木工", "钢筋", "建筑工", "高空", "登高", "油漆"],
  },
  {
    drawing: "elevator",
    name: "电梯安装",
    occupations: ["6-29-03-03"],
    words: ["电梯", "修电梯", "电梯维修", "电梯维保"],
  },
  {
    drawing: "guard",
    name: "保安物业",
    occupations: ["4-07-05", "4-06-01"],
    words: ["保安", "门卫", "物业", "消防", "安检", "看门"],
  },
];

/** Trade of an occupation code, by the longest beginning that fits; `undefined` if none does. */
export function tradeOf(code: string): Trade | undefined {
  let best: Trade | undefined;
  let length = 0;
  for (const trade of trades) {
    for (const start of trade.occupations) {
      if (start.length > length && (code === start || code.startsWith(`${start}-`))) {
        best = trade;
        length = start.length;
      }
    }
  }
  return best;
}

/**
 * Trades that a searched text speaks of: one of their words stands in the text, or the text (of two characters or more) in one of them.
 * The text is compared in lower case and without blanks.
 */
export function tradesByWord(text: string): readonly Trade[] {
  const wanted = text.toLowerCase().replaceAll(/\s+/gu, "");
  if (wanted === "") return [];
  return trades.filter(({ name, words }) =>
    [name, ...words].some((word) => wanted.includes(word) || (wanted.length > 1 && word.includes(wanted))),
  );
}
