import type { ReactElement } from "react";
import { Messages } from "../../features/account/Messages.tsx";

export default function MessagesPage(): ReactElement {
  return <Messages />;
}
