import type { AgreementBlock, AgreementSpan } from '@goodword/api/client';

/** The text of an agreement. It arrives as blocks, so nothing in it can be more than text. */
export function AgreementText({ blocks }: { blocks: readonly AgreementBlock[] }) {
  return (
    <div className="grid gap-3 text-pretty text-ink text-sm leading-7">
      {keyed(blocks).map(({ key, item }) => (
        <Block key={key} block={item} />
      ))}
    </div>
  );
}

function Block({ block }: { block: AgreementBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 dir="auto" className="mt-2 font-semibold text-base text-ink first:mt-0">
          <Spans spans={block.spans} />
        </h3>
      );
    case 'paragraph':
      return (
        <p dir="auto" className="whitespace-pre-line">
          <Spans spans={block.spans} />
        </p>
      );
    case 'item':
      return (
        <p
          dir="auto"
          className="flex gap-2 whitespace-pre-line"
          style={{ paddingInlineStart: `${block.depth * 1.25}rem` }}
        >
          <span className="min-w-5 shrink-0 tabular-nums">{block.marker}</span>
          <span>
            <Spans spans={block.spans} />
          </span>
        </p>
      );
    case 'rule':
      return <hr className="border-line" />;
  }
}

function Spans({ spans }: { spans: readonly AgreementSpan[] }) {
  return keyed(spans).map(({ key, item }) => {
    const { text, bold, italic } = item;
    if (!bold && !italic) return text;
    return bold ? (
      <strong key={key} className="font-semibold">
        {text}
      </strong>
    ) : (
      <em key={key}>{text}</em>
    );
  });
}

/** The pieces of a fixed text never move: their place names them. */
function keyed<T>(items: readonly T[]): { key: string; item: T }[] {
  return items.map((item, index) => ({ key: `piece-${index}`, item }));
}
