import type { Leaf, Piece } from "@jinengtong/policy/authoring";
import { isCivilDate } from "@jinengtong/policy/authoring";
import type { ReactElement } from "react";
import { useLaw } from "../model/law-context.ts";
import { InlineList } from "./InlineList.tsx";
import { InlineParameter } from "./InlineParameter.tsx";
import { InlineValue, readNumber, showNumber } from "./InlineValue.tsx";

interface SentenceProps {
  pieces: readonly Piece[];
  /** Of the rule's file, and where the rule begins in it. */
  path: string;
  pointer: string;
  /** How the rule is called, for those who hear the page. */
  title: string;
}

/** A rule as a sentence. Its numbers, dates, lists and parameters are changed where they stand. */
export function Sentence({ pieces, path, pointer, title }: SentenceProps): ReactElement {
  return (
    <span className="leading-loose">
      {pieces.map((piece, index) => (
        <PieceView
          key={`${index}-${piece.leaf?.pointer ?? piece.parameter ?? ""}`}
          piece={piece}
          {...{ path, pointer, title }}
        />
      ))}
    </span>
  );
}

function PieceView({ piece, ...rest }: Omit<SentenceProps, "pieces"> & { piece: Piece }): ReactElement {
  if (piece.parameter !== undefined) return <InlineParameter name={piece.parameter} text={piece.text} />;
  if (piece.leaf !== undefined) return <LeafView leaf={piece.leaf} text={piece.text} {...rest} />;
  return <span>{piece.text}</span>;
}

function LeafView({
  leaf,
  text,
  path,
  pointer,
  title,
}: Omit<SentenceProps, "pieces"> & { leaf: Leaf; text: string }): ReactElement {
  const { set, readOnly } = useLaw();
  const onChange = (value: unknown): void => set(path, `${pointer}${leaf.pointer}`, value);
  const { control, value } = leaf;
  switch (control.kind) {
    case "number":
      return (
        <InlineValue
          value={value}
          onChange={onChange}
          read={(typed) => readNumber(typed, control.unit)}
          show={(one) => showNumber(one, control.unit)}
          label={`${title}：${control.unit === "fen" ? "金额（元）" : `数值${control.unit}`}`}
          readOnly={readOnly}
          numeric
        />
      );
    case "day":
      return (
        <InlineValue
          value={value}
          onChange={onChange}
          read={(typed) => readDay(typed)}
          show={(one) => (typeof one === "string" ? one : "")}
          label={`${title}：日期`}
          readOnly={readOnly}
        />
      );
    case "many":
      return (
        <InlineList control={control} value={value} onChange={onChange} text={text} label={title} readOnly={readOnly} />
      );
    default:
      return <span>{text}</span>;
  }
}

/** 2020-03-01, 20200301 or 2020.3.1. */
function readDay(typed: string): string | null {
  const parts = /^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?$/u.exec(typed.trim());
  if (parts === null) return null;
  const day = `${parts[1]}-${(parts[2] ?? "").padStart(2, "0")}-${(parts[3] ?? "").padStart(2, "0")}`;
  return isCivilDate(day) ? day : null;
}
