/** U+2E80–U+2EF3: CJK radicals; `-` has no ideograph of its own shape. */
const RADICALS =
  "-厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵-旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";
/** U+31C0–U+31E3: CJK strokes. */
const STROKES = "------𠃌--------乀一丨丿丿丶𠃍乛𠃊𠃎𠄌亅𡿨𠃋乀𠃑乚乙𠄎--";
/** U+E815–U+E864: where GBK kept characters that Unicode had none for yet (GB 18030-2005, table of the former private use codes). */
const FORMER_GBK =
  "厂𠂇𠂉𠃌乙㑳㑇刀㔾龴㖞㘚㘎小心㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠牛𡗗龸𤴔䁖䅟𥫗䌷㓁羊𦍌𢦏䎱䎬聿䏝䓖䙡䙌龹䜣䜩䝼䞍𧾷䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻";

const blocks = [
  [0x2e80, RADICALS],
  [0x31c0, STROKES],
  [0xe815, FORMER_GBK],
] as const;
const twins = new Map(
  blocks.flatMap(([start, row]) => [...row].map((twin, index) => [String.fromCodePoint(start + index), twin] as const)),
);

/**
 * Ideographs for code points that are drawn alike but are no name characters: radicals and strokes (Unicode
 * EquivalentUnifiedIdeograph), as text copied from a PDF has them, compatibility ideographs, and the private use codes of old
 * systems (U+E863 → 䶮). Everything else stays.
 */
export function unifiedIdeographs(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u2F00-\u2FD5]/g, (radical) => radical.normalize("NFKC"))
    .replace(/[\u2E80-\u2EF3\u31C0-\u31E3\uE815-\uE864]/g, (mark) => {
      const twin = twins.get(mark);
      return twin === undefined || twin === "-" ? mark : twin;
    });
}
