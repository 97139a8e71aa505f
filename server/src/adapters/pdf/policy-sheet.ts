import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { drawable } from "./font.ts";
import { INK, pageFooter, renderPdf, text } from "./render.ts";

/** A sentence with the clause that it rests on. */
export interface SheetSentence {
  readonly text: string;
  readonly clause: string;
}

export interface SheetBenefit {
  readonly title: string;
  readonly clause: string;
  readonly summary: string;
  readonly tests: readonly SheetSentence[];
  readonly amount: readonly SheetSentence[];
}

export interface SheetReading {
  readonly clause: string;
  readonly question: string;
  readonly alternatives: readonly { readonly text: string; readonly chosen: boolean }[];
  readonly reason: string;
  /** Who confirmed it and when, or that nobody did. */
  readonly decided: string;
  readonly turnedBy: string | null;
}

export interface SheetParameter {
  readonly label: string;
  readonly clause: string;
  readonly value: string;
  readonly source: string;
}

/** A version of a policy, or a draft of one, to be read, signed and sealed on paper. */
export interface PolicySheetContent {
  readonly title: string;
  readonly subtitle: string;
  /** Marked on each page: not in force. */
  readonly draft: boolean;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly notes: readonly string[];
  /** Differences from the version before, by part; null where there is none to compare with. */
  readonly differences: { readonly from: string; readonly parts: readonly { title: string; lines: string[] }[] } | null;
  readonly benefits: readonly SheetBenefit[];
  readonly readings: readonly SheetReading[];
  readonly parameters: readonly SheetParameter[];
  /** The proof, in sentences. */
  readonly proof: readonly string[];
  readonly signatures: readonly { readonly role: string; readonly name: string; readonly on: string }[];
  readonly digest: string;
}

const DRAFT = "草案　未签发，不作为裁定依据";

/** The sheet on A4: rules as sentences, readings, parameters, differences, proof, digest, and places for signatures and seals. */
export function policySheetPdf(sheet: PolicySheetContent): Promise<Buffer> {
  const mark: Partial<TDocumentDefinitions> = sheet.draft
    ? {
        watermark: { text: drawable("草案"), color: INK.refuse, opacity: 0.06, bold: true },
        header: () => text(DRAFT, { alignment: "center", color: INK.refuse, fontSize: 9, margin: [0, 18, 0, 0] }),
      }
    : {};
  return renderPdf(
    {
      pageMargins: [44, 44, 44, 48],
      ...mark,
      content: [
        text(sheet.title, { fontSize: 18, bold: true, alignment: "center" }),
        text(sheet.subtitle, { color: INK.soft, alignment: "center", margin: [0, 4, 0, 12] }),
        factsTable(sheet.facts),
        ...sheet.notes.map((note) => text(note, { color: INK.soft, margin: [0, 6, 0, 0] })),
        ...differencesOf(sheet),
        ...heading("一、条件和金额"),
        ...sheet.benefits.flatMap(benefitOf),
        ...heading("二、读法"),
        ...(sheet.readings.length === 0 ? [text("没有需要取定的读法。")] : sheet.readings.map(readingOf)),
        ...heading("三、参数"),
        parametersOf(sheet.parameters),
        ...heading("四、证明"),
        ...sheet.proof.map((line) => text(line, { margin: [0, 0, 0, 3] })),
        text(`规则的指纹：${sheet.digest}`, { fontSize: 9, margin: [0, 4, 0, 0] }),
        signaturesOf(sheet.signatures),
      ],
      footer: pageFooter(`${sheet.subtitle}　指纹 ${sheet.digest.slice(7, 23)}${sheet.draft ? "　草案" : ""}`),
      pageBreakBefore: (node, nodes) =>
        node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0 && node.pageNumbers.length === 1,
    },
    `${sheet.title} ${sheet.subtitle}`,
  );
}

const heading = (title: string): Content[] => [
  text(title, { bold: true, fontSize: 13, color: INK.accent, margin: [0, 18, 0, 6], headlineLevel: 1 }),
];

function factsTable(facts: PolicySheetContent["facts"]): Content {
  return {
    table: {
      widths: [84, "*"],
      body: facts.map(([label, value]): TableCell[] => [labelCell(label), text(value)]),
    },
    layout: RULED,
  };
}

function differencesOf({ differences }: PolicySheetContent): Content[] {
  if (differences === null) return [];
  const { from, parts } = differences;
  return [
    ...heading(`与${from}的差别`),
    ...(parts.length === 0 ? [text("没有差别。")] : []),
    ...parts.flatMap(({ title, lines }): Content[] => [
      text(title, { bold: true, margin: [0, 4, 0, 2] }),
      { ul: lines.map((line) => text(line)), margin: [6, 0, 0, 2] },
    ]),
  ];
}

const sentence = ({ text: said, clause }: SheetSentence): Content => ({
  text: [{ text: drawable(said) }, { text: drawable(`　〔${clause}〕`), color: INK.soft, fontSize: 8 }],
  margin: [0, 0, 0, 2],
});

const benefitOf = ({ title, clause, summary, tests, amount }: SheetBenefit): Content[] => [
  {
    text: [
      { text: drawable(title), bold: true, fontSize: 11 },
      { text: drawable(`　〔${clause}〕`), color: INK.soft },
    ],
    margin: [0, 8, 0, 2],
    headlineLevel: 1,
  },
  text(summary, { color: INK.soft, margin: [0, 0, 0, 3] }),
  text("条件（须全部满足）", { margin: [0, 0, 0, 2] }),
  { ol: tests.map(sentence), margin: [6, 0, 0, 3] },
  {
    unbreakable: true,
    stack: [text("金额", { margin: [0, 0, 0, 2] }), { ul: amount.map(sentence), margin: [6, 0, 0, 2] }],
  },
];

const readingOf = ({ clause, question, alternatives, reason, decided, turnedBy }: SheetReading): Content => ({
  unbreakable: true,
  margin: [0, 0, 0, 8],
  stack: [
    sentence({ text: question, clause }),
    {
      ul: alternatives.map(({ text: said, chosen }) =>
        chosen ? text(`现取：${said}`, { bold: true }) : text(`另一种：${said}`, { color: INK.soft }),
      ),
      margin: [6, 0, 0, 2],
    },
    text(`理由：${reason}`),
    ...(turnedBy === null ? [] : [text(turnedBy)]),
    text(decided, { color: INK.soft }),
  ],
});

function parametersOf(parameters: readonly SheetParameter[]): Content {
  if (parameters.length === 0) return text("没有参数。");
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ["*", 40, 150, 120],
      body: [
        ["参数", "条款", "值", "出处"].map(labelCell),
        ...parameters.map(({ label, clause, value, source }): TableCell[] => [
          text(label),
          text(clause),
          text(value),
          text(source, { fontSize: 8.5 }),
        ]),
      ],
    },
    layout: RULED,
  };
}

/** Each signs by hand and seals: a printed name is no signature. */
function signaturesOf(signatures: PolicySheetContent["signatures"]): Content {
  return {
    unbreakable: true,
    margin: [0, 26, 0, 0],
    table: {
      widths: signatures.map(() => "*"),
      heights: (row: number) => (row === 1 ? 74 : 16),
      body: [
        signatures.map(({ role }) => labelCell(role)),
        signatures.map(({ name }): TableCell => text(name, { margin: [0, 4, 0, 0] })),
        signatures.map(({ on }): TableCell => text(on === "" ? "　　　　年　　月　　日" : on, { alignment: "right" })),
      ],
    },
    layout: RULED,
  };
}

const labelCell = (label: string): TableCell => text(label, { color: INK.soft, fillColor: INK.paper }) as TableCell;

const RULED = {
  hLineWidth: () => 0.6,
  vLineWidth: () => 0.6,
  hLineColor: () => INK.line,
  vLineColor: () => INK.line,
  paddingTop: () => 4,
  paddingBottom: () => 4,
  paddingLeft: () => 6,
  paddingRight: () => 6,
} as const;
