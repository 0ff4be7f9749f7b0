// What the page knows of the chat, and what the user does. Pure: no document, no socket, no clock of its own.

import { privateKey, roomKey } from './names.js';
import { Outbox } from './outbox.js';
import { answers } from './receive.js';
import { Room } from './room.js';

/** @typedef {{type: string, n?: number, [field: string]: any}} Wire */
/** @typedef {{type: string, [field: string]: any}} Happening */
/** @typedef {{kind: string, [field: string]: any}} Request */
/** @typedef {{rooms: {name: string, read: number}[]}} Saved what survives in the browser */

/** Pages that are fetched in a row after a time away. What lies behind them is fetched when somebody scrolls there. */
const CATCH_UP_PAGES = 5, MOST_PAGES = 50;

const PAGE = 50, BIG_PAGE = 100;

// randomUUID is there over TLS and on the same machine only.
const randomId = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

export class Chat {
  /** out: the form is shown; joining; in; lost: will be back; ended: only if the user asks. @type {'out' | 'joining' | 'in' | 'lost' | 'ended'} */
  phase = 'out';
  nick = '';
  password = '';

  /** Whether the nickname is to be registered with the password. */
  #isNew = false;

  /** Whether this user was in already, so that a taken nickname may be the own old connection. */
  returning = false;

  /** In the order in which they are shown. @type {Map<string, Room>} */
  rooms = new Map();
  current = '';

  outbox = new Outbox();

  /** What waits for an answer, by its number. @type {Map<number, Request>} */
  #requests = new Map();
  #n = 0;

  /** The room whose older lines are being read: it is not trimmed. */
  reading = '';

  /** Rooms of an earlier visit, to be entered again. @type {Saved['rooms']} */
  saved = [];

  /**
   * @param {{send: (message: Wire) => boolean, emit: (happening: Happening) => void, now?: () => number, newId?: () => string}} outside
   */
  constructor({ send, emit, now = Date.now, newId = randomId }) {
    this.send = send;
    this.emit = emit;
    this.now = now;
    this.newId = newId;
  }

  get room() {
    return this.rooms.get(this.current);
  }

  // Coming and going

  /** @param {string} nick @param {string} password @param {Saved} [saved] @param {boolean} [returning] @param {boolean} [isNew] */
  enter(nick, password, saved, returning = false, isNew = false) {
    this.#isNew = isNew;
    this.nick = nick;
    this.password = password;
    this.returning = returning;
    this.phase = 'joining';
    this.saved = this.rooms.size === 0 ? saved?.rooms ?? [] : [];
  }

  /** There is a connection, or the nickname shall be asked for once more. */
  hello() {
    const password = this.password ? { password: this.password } : {};
    this.ask({ type: this.#isNew ? 'register' : 'hello', nick: this.nick, ...password }, { kind: 'hello' });
    this.#isNew = false;
  }

  /** The connection is gone. */
  lost() {
    for (const request of this.#requests.values()) {
      if (request.kind === 'line' && !request.answered)
        this.notice(request.key, '', request.text);
    }
    this.#requests.clear();
    this.outbox.lost();
    // Nothing is sent again before it is known what arrived.
    for (const room of this.rooms.values())
      room.catching = room.wanted;
    if (this.phase === 'in')
      this.phase = 'lost';
    this.returning ||= this.phase === 'lost';
  }

  /** The user leaves: nothing of this user stays. */
  leave() {
    this.phase = 'out';
    this.returning = false;
    this.password = '';
    this.rooms.clear();
    this.outbox = new Outbox();
    this.#requests.clear();
    this.current = '';
  }

  /** @returns {Saved} */
  save() {
    return { rooms: [...this.rooms.values()].filter(room => room.wanted).map(room => ({ name: room.name, read: room.readId })) };
  }

  /**
   * Takes what survived a reload: lines that may not have arrived, and private conversations.
   * @param {object} kept
   * @param {string} kept.current
   * @param {import('./outbox.js').Unsent[]} kept.outbox
   * @param {{name: string, read: number, entries: import('./room.js').Entry[]}[]} kept.privates
   */
  restore({ current, outbox, privates }) {
    for (const { name, read, entries } of privates)
      this.ensure(name, true).restore(entries, read);
    this.outbox.restore(outbox.filter(line => this.rooms.has(line.key)));
    this.open(current);
    for (const room of this.rooms.values())
      this.flush(room);
  }

  // What the user does

  /** @param {string} key */
  open(key) {
    const room = this.rooms.get(key);
    if (!room || key === this.current)
      return;
    this.current = key;
    room.divider = room.unread > 0 ? room.readId : Infinity;
    if (!room.isPrivate && room.membersStale)
      this.listMembers(key, 1);
  }

  /** @param {string} nick */
  openPrivate(nick) {
    const room = this.ensure(nick, true);
    this.open(room.key);
    return room;
  }

  /** Everything in the room has been seen. @param {string} key */
  read(key) {
    return this.rooms.get(key)?.read() ?? false;
  }

  /** Says a line in a room or conversation. False: too many wait already. @param {string} key @param {string} text */
  say(key, text) {
    const room = this.rooms.get(key);
    if (!room || !this.outbox.add(this.newId(), key, text, this.now()))
      return false;
    room.divider = Infinity;
    this.flush(room);
    return true;
  }

  /** @param {string} cid */
  again(cid) {
    const line = this.outbox.find(cid);
    const room = line && this.rooms.get(line.key);
    if (!line || !room)
      return;
    line.state = 'waiting';
    this.flush(room);
  }

  /** A command line. False: there is no connection. @param {string} key @param {string} text */
  command(key, text) {
    const room = this.rooms.get(key);
    if (this.phase !== 'in')
      return false;
    for (const [n, request] of this.#requests) {
      if (request.kind === 'line' && request.answered)
        this.#requests.delete(n);
    }
    const place = room && !room.isPrivate && room.joined ? { room: room.name } : {};
    return this.ask({ type: 'line', text, ...place }, { kind: 'line', key, text });
  }

  /** @param {string} name */
  join(name) {
    const there = this.rooms.get(roomKey(name));
    if (there?.joined)
      this.open(there.key);
    else
      this.ask({ type: 'join', room: name }, { kind: 'join', open: true, key: roomKey(name) });
  }

  /** Leaves a room, or closes a conversation. @param {string} key */
  part(key) {
    const room = this.rooms.get(key);
    if (room && !room.isPrivate && room.joined)
      this.ask({ type: 'part', room: room.name }, { kind: 'part', key });
    else
      this.remove(key);
  }

  /** @param {string} key @param {string} text */
  setTopic(key, text) {
    const room = this.rooms.get(key);
    if (room)
      this.ask({ type: 'topic', room: room.name, text }, { kind: 'topic', key });
  }

  /** Fetches a part of what is missing. @param {string} key @param {{from: number, to: number}} gap @param {boolean} fromAbove */
  fill(key, gap, fromAbove) {
    const room = this.rooms.get(key);
    const waits = [...this.#requests.values()].some(request => request.kind === 'fill' && request.key === key);
    if (!room?.joined || this.phase !== 'in' || waits)
      return;
    const where = fromAbove && gap.from > 1 ? { after: gap.from - 1 } : { before: gap.to + 1 };
    this.history(room, { ...where, limit: BIG_PAGE }, 'fill');
  }

  /** Has a message shown, fetching what is around it. @param {string} key @param {number} id */
  jump(key, id) {
    const room = this.rooms.get(key);
    if (!room)
      return;
    this.open(key);
    if (room.holds(id))
      this.emit({ type: 'show', key, id });
    else
      this.history(room, { after: Math.max(0, id - 20), limit: PAGE }, 'jump', { id });
  }

  /** @param {string} text @param {number | null} before */
  search(text, before) {
    return this.ask({ type: 'search', text, ...(before === null ? {} : { before }) }, { kind: 'search', text });
  }

  /** @param {number} page */
  listRooms(page) {
    return this.ask({ type: 'rooms', page }, { kind: 'rooms' });
  }

  /** @param {string} key @param {number} page */
  listMembers(key, page) {
    const room = this.rooms.get(key);
    if (room?.joined && this.ask({ type: 'members', room: room.name, page }, { kind: 'members', key }))
      room.membersStale = false;
  }

  ping() {
    this.ask({ type: 'ping' }, { kind: 'ping' });
  }

  /** What the server says. @param {Wire} m */
  receive(m) {
    const request = m.n === undefined ? undefined : this.#requests.get(m.n);
    // A command line may have several answers.
    if (request?.kind === 'line')
      request.answered = true;
    else if (request && m.n !== undefined)
      this.#requests.delete(m.n);
    answers[m.type]?.(this, m, request);
  }

  // What both the user and the server need

  /** A request to join, whose answer may come without its number. @param {string} key */
  takeJoin(key) {
    for (const [n, request] of this.#requests) {
      if (request.kind === 'join' && request.key === key) {
        this.#requests.delete(n);
        return request;
      }
    }
  }

  /** The user is in a room: what was missed is fetched. @param {Room} room @param {number} count */
  entered(room, count) {
    room.joined = room.wanted = true;
    room.count = count;
    room.members.clear();
    room.memberPage = 0;
    room.membersStale = true;
    if (this.current === '')
      this.open(room.key);
    else if (this.current === room.key)
      this.listMembers(room.key, 1);
    room.catching = true;
    this.catchUp(room);
  }

  /**
   * Fetches what a room is missing behind a number, page by page; the newest where it has nothing, or where that would take too many.
   * @param {Room} room @param {number} [pages] that were fetched already @param {number} [after] @param {number} [since] where it began
   */
  catchUp(room, pages = 0, after = room.lastId, since = after) {
    // Of what was sent without an answer one has to know whether it is there: the server remembers only so long.
    const most = this.outbox.of(room.key).some(line => line.tried) ? MOST_PAGES : CATCH_UP_PAGES;
    const where = after === 0 || pages >= most ? { limit: PAGE } : { after, limit: BIG_PAGE };
    this.history(room, where, 'catch', { pages, since });
  }

  /** @param {Room} room @param {{before?: number, after?: number, limit: number}} where @param {string} kind @param {object} [more] */
  history(room, where, kind, more = {}) {
    this.ask({ type: 'history', room: room.name, ...where }, { kind, key: room.key, before: where.before, after: where.after, ...more });
  }

  /** @param {Room} room */
  trim(room) {
    if (this.reading !== room.key)
      room.trim();
  }

  /**
   * Shows what the server says of a room, or of none.
   * @param {string | undefined} key @param {string} text @param {string} [lost] a command without an answer
   */
  notice(key, text, lost = '') {
    const room = this.rooms.get(key ?? this.current) ?? this.room;
    room?.add({ kind: 'notice', at: this.now(), nick: lost, text });
    this.emit({ type: 'notice', text });
  }

  /** Sends what waits. @param {Room} room */
  flush(room) {
    if (this.phase !== 'in' || room.catching || !(room.isPrivate || room.joined))
      return;
    for (const line of this.outbox.of(room.key)) {
      if (line.state !== 'waiting')
        continue;
      const message = room.isPrivate
        ? { type: 'whisper', to: room.name, text: line.text }
        : { type: 'say', room: room.name, text: line.text, cid: line.cid };
      if (!this.ask(message, { kind: 'say', key: room.key, cid: line.cid }))
        return;
      line.state = 'sent';
    }
  }

  /** The room or conversation of that name. @param {string} name @param {boolean} isPrivate */
  ensure(name, isPrivate) {
    const key = isPrivate ? privateKey(name) : roomKey(name);
    let room = this.rooms.get(key);
    if (!room) {
      room = new Room(key, name, isPrivate);
      this.rooms.set(key, room);
    }
    return room;
  }

  /** Drops a room, and opens the one beside it. @param {string} key */
  remove(key) {
    const keys = [...this.rooms.keys()];
    const next = keys[keys.indexOf(key) - 1] ?? keys[keys.indexOf(key) + 1] ?? '';
    this.rooms.delete(key);
    this.outbox.forget(key);
    if (this.current === key) {
      this.current = '';
      this.open(next);
    }
    this.emit({ type: 'parted', key });
  }

  /** False: there is no connection. @param {Wire} message @param {Request} request */
  ask(message, request) {
    const n = ++this.#n;
    if (!this.send({ ...message, n }))
      return false;
    this.#requests.set(n, request);
    return true;
  }
}
