import type { ReactElement } from "react";
import { Card } from "../../../kit/Card.tsx";

const STEPS = [
  "平台先到全国联网查询里查这本证书。",
  "人社部门工作人员核对照片、编号和您的身份，通过或不通过都会写明原因，发消息给您。",
  "通过后记进您的技能档案；按规定能领补贴的，平台替您备好申请，您点一下确认就行。",
];

/** Explains the steps of a declared certificate before it is sent. */
export function WhatNext(): ReactElement {
  return (
    <Card title="报上去以后">
      <ol className="grid gap-2.5">
        {STEPS.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span aria-hidden className="num w-[1.2em] shrink-0 text-right font-semibold text-accent">
              {index + 1}
            </span>
            <span>{step}</span>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-sm text-ink-2">拿别人的证书或假证书来报，会被记录并追究责任。</p>
    </Card>
  );
}
