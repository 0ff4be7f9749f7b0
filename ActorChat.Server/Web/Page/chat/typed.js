// What a typed line means: as on the line port, so that a private message never becomes public by a space. Pure.

/**
 * @typedef {{kind: 'say', text: string} | {kind: 'command', verb: string, argument: string, line: string}
 *   | {kind: 'whisper', nick: string, text: string}} Typed
 */

/** Commands with a password in them, which must not be kept anywhere. */
const SECRET = /^\s*[/／](?:registrar|register|identificar|identify|clave|password|baja|unregister)(?!\S)/iu;

/** @param {string} text */
export const isSecret = text => SECRET.test(text);

/** @param {string} text of one line @returns {Typed} */
export function interpret(text) {
  // White space and what shows nothing do not count before a sign, nor does the sign's width.
  const line = text.replace(/^[\s\p{Default_Ignorable_Code_Point}]+/u, '').trimEnd();
  const sign = line[0] === '／' ? '/' : line[0] === '＃' ? '#' : line[0];
  if ((sign === '/' || sign === '#') && line[1] === line[0])
    return { kind: 'say', text: sign + line.slice(2) };
  if (sign === '/') {
    const [verb] = line.split(/\s/u, 1);
    return { kind: 'command', verb: '/' + verb.slice(1).toLowerCase(), argument: line.slice(verb.length).trim(), line: '/' + line.slice(1) };
  }
  const whisper = /^[#＃](\S+?):?\s+(.+)$/u.exec(line);
  if (whisper)
    return { kind: 'whisper', nick: whisper[1], text: whisper[2] };
  // "#beto" alone is a slip of a private message: the server says how it is written.
  return sign === '#' ? { kind: 'command', verb: '#', argument: '', line } : { kind: 'say', text };
}
