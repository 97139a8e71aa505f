const systems: readonly [RegExp, string][] = [
  [/HarmonyOS/u, "鸿蒙手机"],
  [/iPhone/u, "iPhone"],
  [/iPad/u, "iPad"],
  [/Android/u, "安卓手机"],
  [/Windows/u, "Windows 电脑"],
  [/Mac OS/u, "苹果电脑"],
  [/Linux/u, "Linux 电脑"],
];
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/u, "微信"],
  [/Edg\//u, "Edge"],
  [/Firefox\//u, "Firefox"],
  [/Chrome\//u, "Chrome"],
  [/Safari\//u, "Safari"],
];

const first = (list: readonly [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1];

/** Description of a device that its owner recognises. */
export function deviceWords(userAgent: string | null): string {
  const words = [first(systems, userAgent ?? ""), first(browsers, userAgent ?? "")].filter((one) => one !== undefined);
  return words.length === 0 ? "其他设备" : words.join("，");
}
