import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ShownOnce } from "./ShownOnce.tsx";

interface AccountOpenedProps {
  username: string;
  initialPassword: string;
  onClose: () => void;
}

/** The initial password of an account that was just opened, shown this once. */
export function AccountOpened({ username, initialPassword, onClose }: AccountOpenedProps): ReactElement {
  return (
    <Dialog open onClose={onClose} title="账号已开通" footer={<Button onClick={onClose}>已交给本人</Button>}>
      <ShownOnce label={`${username.trim()} 的初始密码`} secret={initialPassword}>
        这个密码只显示这一次，请当面或用安全的方式交给本人。本人第一次登录时须设置自己的密码。
      </ShownOnce>
    </Dialog>
  );
}
