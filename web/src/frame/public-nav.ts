/** The public menu, in the order of what people come for. */
export const publicNav = [
  { to: "/benefits", title: "我能领什么" },
  { to: "/classes", title: "找培训班" },
  { to: "/certificates", title: "查证书" },
  { to: "/publicity", title: "补贴公示" },
  { to: "/fund", title: "资金去向" },
  { to: "/lists", title: "四张目录" },
  { to: "/policy", title: "政策说明" },
] as const;
