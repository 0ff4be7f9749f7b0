// One room or private conversation: what was said, what is missing, what is unread. Pure: no document, no socket.

import { fold, mentions } from './names.js';

/**
 * @typedef {object} Entry
 * @property {string} key
 * @property {'message' | 'in' | 'out' | 'topic' | 'notice'} kind
 * @property {number} place the number of a message; for anything else that of the message before it
 * @property {number} order 0 for a numbered message, else counted up
 * @property {number} at milliseconds
 * @property {string} nick
 * @property {string} text
 * @property {number} [count] people that came or left, where they have no names
 * @property {boolean} [login] whether they came to the chat, or left it, and not only this room
 * @property {boolean} [kept] a private message that waits for its reader
 */

/** Entries that a room keeps. Older ones are asked for again when somebody scrolls up. */
const MOST_ENTRIES = 5000;

/** Entries whose authors are offered first when a name is completed. */
const RECENT = 200;

/** @param {Entry} a @param {Entry} b */
export const compare = (a, b) => a.place - b.place || a.order - b.order;

/** The index of the first entry that is not before the one given. @param {Entry[]} entries @param {Entry} entry */
export function indexOf(entries, entry) {
  let low = 0, high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(entries[middle], entry) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

export class Room {
  /** @type {Entry[]} */
  entries = [];

  /** Ranges of numbers of which everything is here, in order. @type {[number, number][]} */
  held = [];

  lastId = 0;

  /** The number of the last message that was read; in a private conversation its order. -1: not known yet. */
  readId = -1;

  /** Behind this the reader finds the line "new". It stays while the room is open. */
  divider = Infinity;

  /** Numbers of unread messages that call the reader. @type {Set<number>} */
  calls = new Set();

  topic = '';
  joined = false;

  /** Whether it is to be entered again after a lost connection. */
  wanted = false;

  /** Whether what was missed is still being fetched: until then nothing is sent again. */
  catching = false;

  /** By folded name. @type {Map<string, string>} */
  members = new Map();
  count = 0;
  memberPage = 0;
  memberPages = 1;

  /** People came or left by number only: the names must be asked for again. */
  membersStale = true;

  #order = 0;

  /** @param {string} key @param {string} name @param {boolean} isPrivate */
  constructor(key, name, isPrivate) {
    this.key = key;
    this.name = name;
    this.isPrivate = isPrivate;
    if (isPrivate)
      this.readId = 0;
  }

  get unread() {
    if (!this.isPrivate)
      return this.readId < 0 ? 0 : Math.max(0, this.lastId - this.readId);
    return this.entries.filter(entry => entry.kind === 'message' && entry.order > this.readId).length;
  }

  /** Where an entry stands in the count of what was read. @param {Entry} entry */
  position(entry) {
    return this.isPrivate ? entry.order : entry.place;
  }

  /**
   * Takes in a numbered message.
   * @param {{id: number, at: string, nick: string, text: string}} item
   * @returns {'new' | 'known' | 'other'} "other": the number belongs to another message, so the server has begun anew
   */
  take(item) {
    /** @type {Entry} */
    const entry = {
      key: 'm' + item.id, kind: 'message', place: item.id, order: 0,
      at: Date.parse(item.at), nick: item.nick, text: item.text,
    };
    const index = indexOf(this.entries, entry);
    const there = this.entries[index];
    if (there && compare(there, entry) === 0)
      return there.text === entry.text && there.at === entry.at ? 'known' : 'other';
    this.entries.splice(index, 0, entry);
    this.lastId = Math.max(this.lastId, item.id);
    return 'new';
  }

  /**
   * Adds what has no number, behind everything that is here.
   * @param {Omit<Entry, 'key' | 'place' | 'order'>} entry
   */
  add(entry) {
    const order = ++this.#order;
    // What is missing belongs before it: its place is known when that has come.
    const place = this.isPrivate ? 0 : this.catching ? Infinity : this.lastId;
    const added = { ...entry, key: 'e' + order, place, order };
    this.entries.push(added);
    return added;
  }

  /** Takes private messages that survived a reload. @param {Entry[]} entries @param {number} readId */
  restore(entries, readId) {
    this.entries = entries;
    this.readId = readId;
    this.#order = Math.max(0, ...entries.map(entry => entry.order));
  }

  /** Everything in this range is here, as far as it exists. @param {number} from @param {number} to */
  hold(from, to) {
    if (from > to)
      return;
    const apart = this.held.filter(([start, end]) => end < from - 1 || start > to + 1);
    for (const [start, end] of this.held) {
      if (end >= from - 1 && start <= to + 1) {
        from = Math.min(from, start);
        to = Math.max(to, end);
      }
    }
    this.held = [...apart, /** @type {[number, number]} */ ([from, to])].sort((a, b) => a[0] - b[0]);
  }

  /** Ranges of numbers that are not here, below the newest that is. */
  gaps() {
    /** @type {{from: number, to: number}[]} */
    const gaps = [];
    let next = 1;
    for (const [from, to] of this.held) {
      if (from > next)
        gaps.push({ from: next, to: from - 1 });
      next = to + 1;
    }
    return gaps;
  }

  /** @param {number} id */
  holds(id) {
    return this.held.some(([from, to]) => id >= from && id <= to);
  }

  /** What was missed has come. @param {string} nick the reader's own */
  caughtUp(nick) {
    this.catching = false;
    for (let i = this.entries.length - 1; i >= 0 && this.entries[i].place === Infinity; i--)
      this.entries[i].place = this.lastId;

    // A mark above the newest number comes from another database.
    if (this.readId < 0 || this.readId > this.lastId)
      this.readId = this.lastId;
    for (let i = this.entries.length - 1; i >= 0 && this.entries[i].place > this.readId; i--)
      this.noteCall(this.entries[i], nick);
  }

  /** @param {Entry} entry @param {string} nick */
  noteCall(entry, nick) {
    const calls = entry.kind === 'message' && fold(entry.nick) !== fold(nick) && mentions(entry.text, nick).length > 0;
    if (calls && this.position(entry) > this.readId)
      this.calls.add(this.position(entry));
    return calls;
  }

  /** The others' names: who has spoken last comes first, then who else is here. @param {string} me */
  names(me) {
    const names = new Map();
    for (const { kind, nick } of this.entries.slice(-RECENT).reverse()) {
      if (kind === 'message' && !names.has(fold(nick)))
        names.set(fold(nick), nick);
    }
    for (const [key, nick] of [...this.members].sort())
      names.set(key, names.get(key) ?? nick);
    names.delete(fold(me));
    return [...names.values()];
  }

  /** Everything here is read. Returns whether that changed anything. */
  read() {
    const last = this.isPrivate ? this.#order : this.lastId;
    if (this.readId < 0 || this.readId >= last)
      return false;
    this.readId = last;
    this.calls.clear();
    return true;
  }

  /** Forgets the oldest entries of a room that has too many. */
  trim() {
    if (this.entries.length <= MOST_ENTRIES * 1.1)
      return;
    this.entries.splice(0, this.entries.length - MOST_ENTRIES);
    const first = this.entries.find(entry => entry.order === 0)?.place ?? this.lastId + 1;
    this.held = this.held
      .filter(([, to]) => to >= first)
      .map(([from, to]) => /** @type {[number, number]} */ ([Math.max(from, first), to]));
  }

  /** Forgets what was said: the server has begun anew. */
  reset() {
    this.entries = [];
    this.held = [];
    this.lastId = 0;
    this.readId = -1;
    this.calls.clear();
  }
}
