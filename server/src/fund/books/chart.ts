/**
 * Accounts of a fund source. Two books that never mix: `quota` (what may still be promised) and `cash` (what is in the bank). Debit
 * is positive. The database enforces floors: an account with a floor never goes below zero, so only one of two concurrent movements
 * gets the last yuan.
 */
export const CHART = {
  quota: {
    issued: { name: "下达额度", floor: false },
    available: { name: "可用额度", floor: true },
    reserved: { name: "已核定待付", floor: true },
    spent: { name: "已支付", floor: true },
  },
  cash: {
    bank: { name: "财政专户存款", floor: true },
    transit: { name: "在途付款", floor: true },
    funding: { name: "拨入资金", floor: false },
    expense: { name: "5001 职业培训补贴支出", floor: true },
    interest: { name: "利息收入", floor: false },
  },
} as const;

export type Book = keyof typeof CHART;
export type AccountCode = keyof (typeof CHART)["quota"] | keyof (typeof CHART)["cash"];

/** Movements of money and their two postings, debit and credit. 十二.1, 财办〔2018〕43号 (cash basis). */
export const MOVEMENTS = {
  "quota-issued": { book: "quota", debit: "available", credit: "issued", name: "下达额度" },
  "quota-withdrawn": { book: "quota", debit: "issued", credit: "available", name: "收回额度" },
  reserved: { book: "quota", debit: "reserved", credit: "available", name: "核定预留" },
  released: { book: "quota", debit: "available", credit: "reserved", name: "释放预留" },
  spent: { book: "quota", debit: "spent", credit: "reserved", name: "支付列支" },
  unspent: { book: "quota", debit: "reserved", credit: "spent", name: "退票恢复预留" },
  recovered: { book: "quota", debit: "available", credit: "spent", name: "追回恢复额度" },
  funded: { book: "cash", debit: "bank", credit: "funding", name: "资金拨入" },
  "funded-undone": { book: "cash", debit: "funding", credit: "bank", name: "冲回拨入" },
  "interest-undone": { book: "cash", debit: "interest", credit: "bank", name: "冲回利息" },
  interest: { book: "cash", debit: "bank", credit: "interest", name: "专户利息" },
  sent: { book: "cash", debit: "transit", credit: "bank", name: "付款送银行" },
  paid: { book: "cash", debit: "expense", credit: "transit", name: "付款到账" },
  bounced: { book: "cash", debit: "bank", credit: "transit", name: "银行退回" },
  "returned-late": { book: "cash", debit: "bank", credit: "expense", name: "到账后退回" },
  repaid: { book: "cash", debit: "bank", credit: "expense", name: "追回到账" },
} as const satisfies Record<string, { book: Book; debit: AccountCode; credit: AccountCode; name: string }>;

export type Movement = keyof typeof MOVEMENTS;
