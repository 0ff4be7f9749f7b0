// Lines that are on their way: each is sent once, however often the connection is lost. Pure.

/**
 * @typedef {object} Unsent
 * @property {string} cid chosen at random: the server counts a line once that is sent again
 * @property {string} key of the room or conversation
 * @property {string} text
 * @property {number} at
 * @property {'waiting' | 'sent' | 'stored' | 'failed' | 'unsure'} state "unsure": a private message whose answer was lost
 * @property {string} [error]
 * @property {boolean} [tried] it was sent before, and may have arrived
 */

/** Lines that may wait. */
const MOST = 200;

export class Outbox {
  /** @type {Unsent[]} */
  lines = [];

  /** @param {string} key */
  of(key) {
    return this.lines.filter(line => line.key === key);
  }

  /** @param {string} cid */
  find(cid) {
    return this.lines.find(line => line.cid === cid);
  }

  /** Null: too many wait. @param {string} cid @param {string} key @param {string} text @param {number} at */
  add(cid, key, text, at) {
    if (this.lines.length >= MOST)
      return null;
    /** @type {Unsent} */
    const line = { cid, key, text, at, state: 'waiting' };
    this.lines.push(line);
    return line;
  }

  /** Takes one out: it has arrived, or is not wanted any more. @param {string} cid */
  remove(cid) {
    const line = this.find(cid);
    this.lines = this.lines.filter(one => one !== line);
    return line;
  }

  /** @param {string} key */
  forget(key) {
    this.lines = this.lines.filter(line => line.key !== key);
  }

  /** The answers of what was sent will not come. A public line may be sent again; of a private one nobody knows. */
  lost() {
    for (const line of this.lines) {
      if (line.state !== 'sent' && line.state !== 'stored')
        continue;
      line.tried = true;
      line.state = line.key.startsWith('@') ? 'unsure' : 'waiting';
    }
  }

  /** Takes lines that survived a reload. @param {Unsent[]} lines */
  restore(lines) {
    this.lines.push(...lines);
    this.lost();
  }
}
