import { marked, type Token, type Tokens } from 'marked';
import type { AgreementBlock, AgreementSpan } from '../../shared/agreement-shapes.ts';

/**
 * The text of an agreement as blocks, for screen and PDF alike. Markup we do not draw, raw HTML and links among it,
 * comes out as the letters that were typed: nothing in an agreement can act.
 */
export function readAgreementText(markdown: string): AgreementBlock[] {
  return marked.lexer(markdown, { gfm: true }).flatMap((token) => blocksOf(token, 0));
}

function blocksOf(token: Token, depth: number): AgreementBlock[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return [{ kind: 'heading', level: Math.min(token.depth, 3), spans: spansOf(token.tokens ?? []) }];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'list':
      return itemsOf(token as Tokens.List, depth);
    case 'blockquote':
      return (token.tokens ?? []).flatMap((inner) => blocksOf(inner, depth));
    case 'paragraph':
    case 'text':
      return [{ kind: 'paragraph', spans: spansOf(token.tokens ?? [token]) }];
    default:
      return [{ kind: 'paragraph', spans: [plain(token.raw.trim())] }];
  }
}

function itemsOf(list: Tokens.List, depth: number): AgreementBlock[] {
  const first = Number(list.start) || 1;
  return list.items.flatMap((item, index) => {
    const blocks = item.tokens.flatMap((token) => blocksOf(token, depth + 1));
    const marker = list.ordered ? `${first + index}.` : '•';
    const [head, ...rest] = blocks;
    const spans = head?.kind === 'paragraph' ? head.spans : [];
    const behind = head && head.kind !== 'paragraph' ? blocks : rest;
    return [{ kind: 'item', depth, marker, spans } satisfies AgreementBlock, ...behind];
  });
}

interface Style {
  bold: boolean;
  italic: boolean;
}

function spansOf(tokens: readonly Token[], style: Style = { bold: false, italic: false }): AgreementSpan[] {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case 'strong':
        return spansOf(token.tokens ?? [], { ...style, bold: true });
      case 'em':
        return spansOf(token.tokens ?? [], { ...style, italic: true });
      case 'br':
        return [{ text: '\n', ...style }];
      case 'escape':
        return [{ text: token.text, ...style }];
      case 'text':
        return token.tokens ? spansOf(token.tokens, style) : [{ text: token.raw, ...style }];
      default:
        return [{ text: token.raw, ...style }];
    }
  });
}

function plain(text: string): AgreementSpan {
  return { text, bold: false, italic: false };
}
