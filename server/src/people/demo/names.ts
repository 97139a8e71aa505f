import type { Random } from "../../kernel/demo/random.ts";

const SURNAMES = "陈王张李徐刘朱吴周沈顾钱孙马黄杨许严丁石冒薛缪章戴范何郭葛谢袁曹季宗桑柳卢韩蒋冯佘".split("");
const FEMALE = "秀兰春梅桂英玉萍红霞丽华美芳小燕静怡慧敏雪琴淑珍爱云凤娟彩菊".match(/../g) as string[];
const MALE = "建国志强永明大海国平文斌海军伟东晓峰光辉德胜金龙俊杰立新学勤少波家栋".match(/../g) as string[];
const SINGLE = { F: "燕丽敏娟霞芳琴倩莉婷".split(""), M: "俊军斌勇刚涛磊鹏亮峰".split("") };

/** A plausible name; some given names have one character. */
export function personName(random: Random, sex: "M" | "F"): string {
  const given = random.chance(0.22) ? random.pick(SINGLE[sex]) : random.pick(sex === "F" ? FEMALE : MALE);
  return random.pick(SURNAMES) + given;
}
