// Names and the words of texts: pure functions, without document or socket.

/** Two spellings of one name give the same. @param {string} name */
export const fold = name => name.normalize('NFKC').toLowerCase().normalize('NFKC');

/** @param {string} name */
export const roomKey = name => '#' + fold(name);

/** @param {string} nick */
export const privateKey = nick => '@' + fold(nick);

const WORD = /[\p{L}\p{N}\p{M}._-]+/gu;
const SIGNS_BEFORE = /^[-.]+/;
const SIGNS_BEHIND = /[-.]+$/;

/** Where a text calls a nickname: "¡Ana!" and "-ana-" call ana; "mañana", "x-ana" and "ana-2" do not. @param {string} text @param {string} nick */
export function mentions(text, nick) {
  /** @type {{start: number, end: number}[]} */
  const found = [];
  if (!nick)
    return found;

  const wanted = fold(nick);
  const before = SIGNS_BEFORE.exec(wanted)?.[0] ?? '';
  const behind = SIGNS_BEHIND.exec(wanted)?.[0] ?? '';
  const core = wanted.slice(before.length, wanted.length - behind.length);
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    const wordBefore = SIGNS_BEFORE.exec(word)?.[0] ?? '';
    const wordBehind = SIGNS_BEHIND.exec(word)?.[0] ?? '';
    const isNick = core === ''
      ? word === wanted
      : word.slice(wordBefore.length, word.length - wordBehind.length) === core
        && wordBefore.endsWith(before) && wordBehind.startsWith(behind);
    if (isNick)
      found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const ADDRESS = /https?:\/\/[^\s<>"'`]+/giu;

/**
 * Cuts a text into plain parts, addresses of the web, and mentions.
 * @param {string} text @param {string} nick
 * @returns {{text: string, kind: 'plain' | 'link' | 'mention'}[]}
 */
export function parts(text, nick) {
  /** @type {{start: number, end: number, kind: 'link' | 'mention'}[]} */
  const marks = [];
  for (const match of text.matchAll(ADDRESS)) {
    // Signs at the end belong to the sentence.
    const address = match[0].replace(/[.,;:!?)\]}»]+$/u, '');
    if (URL.canParse(address))
      marks.push({ start: match.index, end: match.index + address.length, kind: 'link' });
  }
  for (const { start, end } of mentions(text, nick)) {
    if (!marks.some(mark => start < mark.end && end > mark.start))
      marks.push({ start, end, kind: 'mention' });
  }
  marks.sort((a, b) => a.start - b.start);

  /** @type {{text: string, kind: 'plain' | 'link' | 'mention'}[]} */
  const result = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at)
      result.push({ text: text.slice(at, mark.start), kind: 'plain' });
    result.push({ text: text.slice(mark.start, mark.end), kind: mark.kind });
    at = mark.end;
  }
  if (at < text.length || result.length === 0)
    result.push({ text: text.slice(at), kind: 'plain' });
  return result;
}

/** A hue for a name, the same everywhere. @param {string} name */
export function hue(name) {
  let hash = 2166136261;
  for (const character of fold(name))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return ((hash >>> 0) % 24) * 15;
}

/** One or two letters for a name: "ana" A, "juan.perez" JP. @param {string} name */
export function initials(name) {
  const words = name.split(/[-_.]+/u).filter(word => word !== '');
  const letters = (words.length === 0 ? [name] : words).slice(0, 2).map(word => [...word][0] ?? '');
  return letters.join('').toUpperCase();
}
