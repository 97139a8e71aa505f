import { describe, expect, it } from "vitest";
import type { ClaimState } from "../claim-states.ts";
import { claimNotice, type ClaimTold } from "./notices.ts";

const own: ClaimTold = {
  number: "SQ-1",
  benefitName: "岗位技能提升补贴",
  organisation: null,
  asked_fen: 150_000,
  approved_fen: 150_000,
  paid_fen: 150_000,
  publicised_to: "2020-06-08",
};

describe("what a person is told of a claim", () => {
  it.each<[ClaimState, string, string]>([
    ["prepared", "请登录确认或放弃", "您不用办理"],
    ["submitted", "人社部门将在 10 个工作日内审核", "示例学校以您的名义提交"],
    ["returned", "请登录查看理由并重新提交", "已退回示例学校补正"],
    ["declined", "可以登录重新申请", "示例学校放弃了"],
    ["withdrawn", "可以登录重新申请", "示例学校撤回了"],
    ["refused", "不服的可以申诉", "不服的由示例学校申诉"],
    ["paid", "1,500.00 元，请查收", "已拨付给示例学校 1,500.00 元"],
  ])("%s: of their own %s, of an organisation's %s", (state, toOwner, toNamed) => {
    expect(claimNotice(state, own)).toContain(toOwner);
    const named = claimNotice(state, { ...own, organisation: "示例学校" });
    expect(named).toContain(toNamed);
    expect(named).not.toContain(toOwner);
  });

  it.each<[ClaimState, string, string]>([
    ["payable", "账号户名不符", "这次没有付出：账号户名不符"],
    ["paid", "单位已注销", "追回已结束，原来的拨付有效"],
    ["publicised", "考勤齐全", "异议已核查答复，公示至 2020-06-08"],
  ])("back to %s because of %s", (state, reason, said) => {
    expect(claimNotice(state, own, reason)).toContain(said);
  });
});
