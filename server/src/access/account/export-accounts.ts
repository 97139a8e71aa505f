import { exportOf } from "../../kernel/export-list.ts";
import { listAccounts } from "./list-accounts.ts";

/** `GET /api/v1/accounts/export`: the list of accounts as a workbook. */
export const exportAccounts = exportOf(listAccounts, {
  title: "账号列表",
  columns: [
    { header: "用户名", value: (row) => row.username },
    { header: "姓名", value: (row) => row.name },
    { header: "角色", value: (row) => row.roleLabel },
    { header: "辖区", value: (row) => row.region },
    { header: "单位", width: 30, value: (row) => row.organisationName },
    { header: "状态", value: (row) => (row.state === "active" ? "正常" : "停用") },
    { header: "锁定至", width: 24, value: (row) => row.lockedUntil },
    { header: "最近使用", width: 24, value: (row) => row.lastSeenAt },
  ],
});
