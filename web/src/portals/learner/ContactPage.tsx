import { townChoices } from "@jinengtong/county";
import { api, type Api } from "../../api/api.ts";
import { useState, type FormEvent, type ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { call, type Output } from "../../api/client.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Page } from "../../kit/Page.tsx";
import { PhoneCode } from "../../kit/PhoneCode.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";

type Person = Output<Api["me"]["record"]>["person"];

const EDUCATION = ["小学", "初中", "高中", "中专", "大专", "本科", "硕士", "博士"];

/** Another phone, proven by a code; where the person lives, and their schooling. */
export default function ContactPage(): ReactElement {
  const query = useApi(api.me.record, {});
  return (
    <Page title="手机号和住址" back={{ to: "/my/me", title: "我的" }}>
      <QueryView query={query} lines={6}>
        {({ person }) => (
          <>
            <PhoneCard person={person} />
            <TownCard key={person.town + (person.education ?? "")} person={person} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

function PhoneCard({ person }: { person: Person }): ReactElement {
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const tell = useToast();
  const change = useChange(api.me.changePhone, {
    refresh: [api.me.record],
    onSuccess: (changed) => {
      tell(`手机号已换成 ${changed.phoneMasked}`);
      setPhone("");
      setCode("");
    },
  });
  const problem = change.error instanceof ProblemError ? change.error : undefined;
  return (
    <Card title="手机号" action={<span className="num text-ink-2">现在是 {person.phoneMasked ?? "没有登记"}</span>}>
      <form
        className="grid max-w-[26rem] gap-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          change.mutate({ body: { phone, code } });
        }}
      >
        {change.error !== null && (
          <ErrorNotice error={change.error} fieldNames={{ "/phone": "手机号", "/code": "验证码" }} />
        )}
        <PhoneCode
          phone={phone}
          onPhone={setPhone}
          code={code}
          onCode={setCode}
          onSend={(to) => call(api.session.requestPhoneCode, { body: { phone: to, purpose: "change-phone" } })}
          phoneError={problem?.fieldError("/phone")}
          codeError={problem?.fieldError("/code")}
        />
        <div>
          <Button type="submit" busy={change.isPending} disabled={phone.length !== 11 || code.length !== 6}>
            换成这个手机号
          </Button>
        </div>
      </form>
    </Card>
  );
}

function TownCard({ person }: { person: Person }): ReactElement {
  const [town, setTown] = useState(person.town);
  const [education, setEducation] = useState(person.education ?? "");
  const tell = useToast();
  const change = useChange(api.me.changeContact, {
    refresh: [api.me.record, api.session.show],
    onSuccess: () => tell("已保存"),
  });
  const same = town === person.town && education === (person.education ?? "");
  const known = EDUCATION.includes(education) || education === "" ? EDUCATION : [...EDUCATION, education];
  return (
    <Card title="住址和学历">
      <form
        className="grid max-w-[26rem] gap-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          change.mutate({ body: { town, education: education === "" ? null : education } });
        }}
      >
        {change.error !== null && <ErrorNotice error={change.error} fieldNames={{ "/town": "所在镇" }} />}
        <Field label="现在住在哪个镇（街道）">
          <Select value={town} onChange={setTown} placeholder="请选择" choices={townChoices()} />
        </Field>
        <Field label="学历" required={false}>
          <Select
            value={education}
            onChange={setEducation}
            placeholder="不填"
            choices={known.map((one) => ({ value: one, label: one }))}
          />
        </Field>
        <div>
          <Button type="submit" busy={change.isPending} disabled={same || town === ""}>
            保存
          </Button>
        </div>
      </form>
    </Card>
  );
}
