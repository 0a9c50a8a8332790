import { Profanity } from '@2toad/profanity';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

/** English, also when disguised with figures, repeated letters or within longer words. */
const english = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Further languages that are written in plain letters, as whole words: parts of words are innocent too often. */
const others = new Profanity({ languages: ['de', 'en', 'es', 'fr', 'it', 'pt'], wholeWord: true });

/** True when a name holds a word that nobody wants to see in a link of ours. */
export function isOffensive(name: string): boolean {
  const parts = name.toLowerCase().split('-');
  const spaced = parts.join(' ');
  if (english.hasMatch(spaced) || others.exists(spaced)) return true;
  // Spelled out: put together only where a part is too short to be a word, so that "class-hits" is left alone.
  if (parts.length < 2 || parts.every((part) => part.length > 2)) return false;
  const together = parts.join('');
  return english.hasMatch(together) || others.exists(together);
}
