/** What the background work is called on the screen. A job is an event, its subscriber's work, or the work of a schedule. */
const NAMES: Readonly<Record<string, string>> = {
  event: "分发事件",
  "on:prepare-claims": "按新证书准备补贴申请",
  "on:prepare-on-facts": "按新登记的信息准备补贴申请",
  "on:prepare-on-group": "按新确认的人群类别准备补贴申请",
  "on:cancel-claims-on-revocation": "证书撤销后停办补贴",
  "on:credit-certificate": "证书记学分",
  "on:credit-class": "结业记学分",
  "on:demand-recovery": "发出追回",
  "on:roster-import": "花名册导入",
  "on:send-texts": "发送短信",
  "on:tell-certificate-holder": "通知持证人",
  "on:tell-claim-people": "通知申请进度",
  "on:tell-placed-learners": "通知报名结果",
  "schedule:facts": "更新统计",
  "schedule:facts-all": "重算全部统计",
  "schedule:start-due-classes": "到期开班",
  "schedule:anomalies": "每日疑点筛查",
  "schedule:publicity-round": "公示到期处理",
  "schedule:lapse-prepared-claims": "过期未确认的申请失效",
  "schedule:forget-idempotency-keys": "清理防重键",
  "schedule:access-clean-up": "清理会话和验证码",
};

/** The name of a job's task; the task itself where it has none yet. */
export const jobName = (task: string): string => NAMES[task] ?? task.replace(/^(on|schedule):/u, "");
