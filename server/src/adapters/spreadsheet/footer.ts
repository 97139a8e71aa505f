/** Words with which the lines below a list begin: totals, notes, and who filled it in. */
const FOOTER =
  /^[(（【]?(?:合计|小计|总计|共计|累计|备注|附注|注|说明|填表说明|制表|填表|填报|经办|审核|复核|审批|负责人|单位负责人|联系人|联系电话|日期|填表日期|以上|本表|此表)(?:$|[:：、，,\s(（【)）】]|人|单位|日期|时间|数|金额|标准|名单|人数|\d)/;

/**
 * Whether a line that is no row of the list is a footer: its first cell says so. Only asked for lines with a fault and an empty required
 * column, so that no row of the list is ever taken for one.
 */
export const isFooter = (firstText: string): boolean => FOOTER.test(firstText.trim());
