import bidiFactory from 'bidi-js';
import type { AgreementSpan } from '../../shared/agreement-shapes.ts';

const bidi = bidiFactory();
const ARABIC = /\p{Script=Arabic}/u;

/** A word of a line: where it stands is decided for the whole line, how it is shaped by its font. */
export interface Word {
  text: string;
  font: 'regular' | 'bold' | 'arabic' | 'arabic-bold';
  /** Starts a new line. */
  breaks: boolean;
}

/** Words in the order they are read. */
export function wordsOf(spans: readonly AgreementSpan[]): Word[] {
  let breaks = false;
  const words: Word[] = [];
  for (const { text, bold } of spans) {
    for (const piece of text.split(/(\n)|[ \t]+/)) {
      if (piece === '\n') breaks = true;
      if (!piece?.trim()) continue;
      const arabic = ARABIC.test(piece);
      words.push({
        text: piece,
        font: arabic ? (bold ? 'arabic-bold' : 'arabic') : bold ? 'bold' : 'regular',
        breaks,
      });
      breaks = false;
    }
  }
  return words;
}

/** A text that begins in Arabic is set from the right. */
export function runsFromRight(words: readonly Word[]): boolean {
  const letters = words.map(({ text }) => text).join(' ');
  return bidi.getEmbeddingLevels(letters).paragraphs[0]?.level === 1;
}

/** The words of one line from left to right as they stand on paper, by the Unicode bidirectional algorithm. */
export function inVisualOrder(words: readonly Word[], fromRight: boolean): Word[] {
  const line = words.map(({ text }) => text).join(' ');
  const levels = bidi.getEmbeddingLevels(line, fromRight ? 'rtl' : 'ltr');
  const mirrored = bidi.getMirroredCharactersMap(line, levels.levels);
  const places = new Map(bidi.getReorderedIndices(line, levels).map((from, place) => [from, place]));
  let start = 0;
  return words
    .map((word) => {
      const from = start;
      start += word.text.length + 1;
      const letters = [...word.text.split('').entries()];
      return {
        place: Math.min(...letters.map(([offset]) => places.get(from + offset) ?? 0)),
        word: {
          ...word,
          text: letters.map(([offset, letter]) => mirrored.get(from + offset) ?? letter).join(''),
        },
      };
    })
    .toSorted((left, right) => left.place - right.place)
    .map(({ word }) => word);
}
