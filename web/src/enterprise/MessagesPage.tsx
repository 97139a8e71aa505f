import type { ReactElement } from "react";
import { Messages } from "../ui/organisation/Messages.tsx";

export default function MessagesPage(): ReactElement {
  return <Messages />;
}
