// What the page knows of the chat, and what it does with each message of the server. Pure: no document, no socket, no clock of its own.

import { fold, privateKey, roomKey } from './names.js';
import { Room } from './room.js';

/** @typedef {{type: string, n?: number, [field: string]: any}} Wire */
/** @typedef {{type: string, [field: string]: any}} Happening */

/**
 * @typedef {object} Unsent
 * @property {string} cid
 * @property {string} key of the room or conversation
 * @property {string} text
 * @property {number} at
 * @property {'waiting' | 'sent' | 'stored' | 'failed' | 'unsure'} state "unsure": a private message whose answer was lost
 * @property {string} [error]
 */

/** @typedef {{rooms: {name: string, read: number}[]}} Saved what survives in the browser */

/** Lines that may wait to be sent. */
const MOST_UNSENT = 200;

/** Pages that are fetched in a row after a time away. What lies before them is fetched by scrolling up. */
const CATCH_UP_PAGES = 5;

const PAGE = 50, BIG_PAGE = 100;
const GENERAL = 'general';

export class Chat {
  /** out: the form is shown; joining; in; lost: will be back; ended: only if the user asks. @type {'out' | 'joining' | 'in' | 'lost' | 'ended'} */
  phase = 'out';
  nick = '';
  #password = '';

  /** Whether this user was in already, so that a taken nickname may be the own old connection. */
  returning = false;

  /** In the order in which they are shown. @type {Map<string, Room>} */
  rooms = new Map();
  current = '';

  /** @type {Unsent[]} */
  outbox = [];

  /** @type {Map<number, {kind: string, [field: string]: any}>} */
  #requests = new Map();
  #n = 0;

  /** The room whose older lines are being read: it is not trimmed. */
  reading = '';

  /** @type {Saved['rooms']} */
  #saved = [];

  /**
   * @param {{send: (message: Wire) => boolean, emit: (happening: Happening) => void, now?: () => number, newId?: () => string}} outside
   */
  constructor({ send, emit, now = Date.now, newId = () => crypto.randomUUID() }) {
    this.send = send;
    this.emit = emit;
    this.now = now;
    this.newId = newId;
  }

  get room() {
    return this.rooms.get(this.current);
  }

  /** @param {string} key */
  unsentOf(key) {
    return this.outbox.filter(unsent => unsent.key === key);
  }

  // Coming and going

  /** @param {string} nick @param {string} password @param {Saved} [saved] @param {boolean} [returning] */
  enter(nick, password, saved, returning = false) {
    this.nick = nick;
    this.#password = password;
    this.returning = returning;
    this.phase = 'joining';
    if (saved && this.rooms.size === 0)
      this.#saved = saved.rooms;
  }

  /** There is a connection, or the nickname shall be asked for once more. */
  hello() {
    const password = this.#password ? { password: this.#password } : {};
    this.#ask({ type: 'hello', nick: this.nick, ...password }, { kind: 'hello' });
  }

  /** The connection is gone. */
  lost() {
    for (const request of this.#requests.values()) {
      if (request.kind === 'line' && !request.answered)
        this.#notice(request.key, { lost: request.text });
    }
    this.#requests.clear();
    for (const unsent of this.outbox) {
      if (unsent.state === 'sent' || unsent.state === 'stored')
        unsent.state = unsent.key.startsWith('@') ? 'unsure' : 'waiting';
    }
    // Nothing is sent again before it is known what arrived.
    for (const room of this.rooms.values())
      room.catching = !room.isPrivate && room.joined;
    if (this.phase === 'in')
      this.phase = 'lost';
    this.returning ||= this.phase === 'lost';
  }

  /** The user leaves: nothing of this user stays. */
  leave() {
    this.phase = 'out';
    this.returning = false;
    this.#password = '';
    this.rooms.clear();
    this.outbox = [];
    this.#requests.clear();
    this.current = '';
  }

  /** @returns {Saved} */
  save() {
    return { rooms: [...this.rooms.values()].filter(room => !room.isPrivate).map(room => ({ name: room.name, read: room.readId })) };
  }

  /**
   * Takes what survived a reload: lines that may not have arrived, and private conversations.
   * @param {{current: string, outbox: Unsent[], privates: {name: string, read: number, entries: import('./room.js').Entry[]}[]}} kept
   */
  restore({ current, outbox, privates }) {
    for (const { name, read, entries } of privates)
      this.#ensure(name, true).restore(entries, read);
    for (const unsent of outbox) {
      if (unsent.state === 'sent' || unsent.state === 'stored')
        unsent.state = unsent.key.startsWith('@') ? 'unsure' : 'waiting';
    }
    this.outbox.push(...outbox.filter(unsent => this.rooms.has(unsent.key)));
    this.open(current);
    for (const room of this.rooms.values())
      this.#flush(room);
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
    const room = this.#ensure(nick, true);
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
    if (!room || this.outbox.length >= MOST_UNSENT)
      return false;
    room.divider = Infinity;
    this.outbox.push({ cid: this.newId(), key, text, at: this.now(), state: 'waiting' });
    this.#flush(room);
    return true;
  }

  /** @param {string} cid */
  again(cid) {
    const unsent = this.outbox.find(one => one.cid === cid);
    const room = unsent && this.rooms.get(unsent.key);
    if (!unsent || !room)
      return;
    unsent.state = 'waiting';
    this.#flush(room);
  }

  /** Takes an unsent line back. @param {string} cid */
  discard(cid) {
    const unsent = this.outbox.find(one => one.cid === cid);
    this.outbox = this.outbox.filter(one => one !== unsent);
    return unsent;
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
    return this.#ask({ type: 'line', text, ...place }, { kind: 'line', key, text });
  }

  /** @param {string} name */
  join(name) {
    const there = this.rooms.get(roomKey(name));
    if (there?.joined)
      this.open(there.key);
    else
      this.#ask({ type: 'join', room: name }, { kind: 'join', open: true, key: roomKey(name) });
  }

  /** Leaves a room, or closes a conversation. @param {string} key */
  part(key) {
    const room = this.rooms.get(key);
    if (room && !room.isPrivate && room.joined)
      this.#ask({ type: 'part', room: room.name }, { kind: 'part', key });
    else
      this.#remove(key);
  }

  /** @param {string} key @param {string} text */
  setTopic(key, text) {
    const room = this.rooms.get(key);
    if (room)
      this.#ask({ type: 'topic', room: room.name, text }, { kind: 'topic', key });
  }

  /** Fetches a part of what is missing. @param {string} key @param {{from: number, to: number}} gap @param {boolean} fromAbove */
  fill(key, gap, fromAbove) {
    const room = this.rooms.get(key);
    const waits = [...this.#requests.values()].some(request => request.kind === 'fill' && request.key === key);
    if (!room?.joined || this.phase !== 'in' || waits)
      return;
    const where = fromAbove && gap.from > 1 ? { after: gap.from - 1 } : { before: gap.to + 1 };
    this.#history(room, { ...where, limit: BIG_PAGE }, 'fill');
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
      this.#history(room, { after: Math.max(0, id - 20), limit: PAGE }, 'jump', { id });
  }

  /** @param {string} text @param {number | null} before */
  search(text, before) {
    return this.#ask({ type: 'search', text, ...(before === null ? {} : { before }) }, { kind: 'search', text });
  }

  /** @param {number} page */
  listRooms(page) {
    return this.#ask({ type: 'rooms', page }, { kind: 'rooms' });
  }

  /** @param {string} key @param {number} page */
  listMembers(key, page) {
    const room = this.rooms.get(key);
    if (room?.joined && this.#ask({ type: 'members', room: room.name, page }, { kind: 'members', key }))
      room.membersStale = false;
  }

  ping() {
    this.#ask({ type: 'ping' }, { kind: 'ping' });
  }

  // What the server says

  /** @param {Wire} m */
  receive(m) {
    const request = m.n === undefined ? undefined : this.#requests.get(m.n);
    // A command line may have several answers.
    if (request?.kind === 'line')
      request.answered = true;
    else if (request && m.n !== undefined)
      this.#requests.delete(m.n);

    switch (m.type) {
      case 'welcome': return this.#welcome(m);
      case 'msg': return this.#message(m);
      case 'ok': return this.#settle(request, 'stored');
      case 'err': return this.#error(m, request);
      case 'joined': return this.#joined(m, request);
      case 'parted': return this.#parted(m, request);
      case 'in': case 'out': return this.#cameOrLeft(m, m.type);
      case 'topic': return this.#topic(m);
      case 'whisper': return this.#whisper(m.nick, m.nick, m.text, m.at);
      case 'whispered': case 'kept': return this.#delivered(m, request);
      case 'history': return this.#page(m, request);
      case 'found': return this.emit({ ...m, text: request?.text });
      case 'members': return this.#members(m, request);
      case 'rooms': return this.emit({ ...m, type: 'rooms', asked: request?.kind === 'line' });
      case 'notice': return request?.kind === 'quiet' ? undefined : this.#notice(m.room ? roomKey(m.room) : request?.key, { text: m.text });
      case 'bye': return this.#bye(m);
    }
  }

  /** @param {Wire} m */
  #welcome(m) {
    const away = this.phase === 'lost' || this.rooms.size > 0;
    this.phase = 'in';
    this.nick = m.nick;
    this.returning = true;
    const isKept = away || this.#saved.length > 0;
    const names = isKept
      ? [...this.#saved.map(saved => saved.name), ...[...this.rooms.values()].filter(room => room.joined).map(room => room.name)]
      : [m.room];
    for (const saved of this.#saved)
      this.#ensure(saved.name, false).readId = saved.read;
    this.#saved = [];

    const general = roomKey(m.room ?? GENERAL);
    for (const name of new Map(names.map(name => [roomKey(name), name])).values()) {
      if (roomKey(name) !== general)
        this.#ask({ type: 'join', room: name }, { kind: 'join', key: roomKey(name), again: true });
    }
    if (names.some(name => roomKey(name) === general)) {
      this.#entered(this.#ensure(m.room, false), m.count);
      // The welcome has no topic.
      this.#ask({ type: 'line', room: m.room, text: '/tema' }, { kind: 'quiet' });
    } else {
      this.#ask({ type: 'part', room: m.room }, { kind: 'part', key: general });
    }
    for (const room of this.rooms.values()) {
      if (room.isPrivate)
        this.#flush(room);
    }
    this.emit({ type: 'welcome', again: away });
  }

  /** @param {Room} room @param {number} count */
  #entered(room, count) {
    room.joined = true;
    room.count = count;
    room.members.clear();
    room.memberPage = 0;
    room.membersStale = true;
    if (this.current === '')
      this.open(room.key);
    if (this.current === room.key)
      this.listMembers(room.key, 1);
    room.catching = true;
    this.#catchUp(room, 0);
  }

  /** @param {Room} room @param {number} pages that were fetched already */
  #catchUp(room, pages) {
    const where = room.lastId === 0 || pages >= CATCH_UP_PAGES ? { limit: PAGE } : { after: room.lastId, limit: BIG_PAGE };
    this.#history(room, where, 'catch', { pages, since: room.lastId });
  }

  /** @param {Room} room @param {{before?: number, after?: number, limit: number}} where @param {string} kind @param {object} [more] */
  #history(room, where, kind, more = {}) {
    this.#ask({ type: 'history', room: room.name, ...where }, { kind, key: room.key, before: where.before, after: where.after, ...more });
  }

  /** @param {Wire} m @param {{kind: string, [field: string]: any} | undefined} request */
  #page(m, request) {
    const room = this.rooms.get(roomKey(m.room));
    if (!room)
      return;
    const before = request?.before, after = request?.after;
    const lastBefore = room.lastId;
    let added = 0;
    for (const item of m.items) {
      const outcome = room.take(item);
      if (outcome === 'other')
        return this.#startAnew(room);
      added += outcome === 'new' ? 1 : 0;
      this.#echo(item);
    }

    // What a page leaves out between its numbers was deleted: it is not missing.
    const first = m.items[0]?.id, last = m.items.at(-1)?.id;
    if (before !== undefined)
      room.hold(m.more ? first ?? before : 1, before - 1);
    else if (after !== undefined)
      room.hold(after + 1, last ?? after);
    else if (first !== undefined)
      room.hold(request?.kind === 'catch' && !m.more ? 1 : first, last);

    if (request?.kind === 'catch') {
      if (after !== undefined && m.more) {
        // Live messages may have come already: the next page follows what the pages have.
        this.#history(room, request.pages + 1 < CATCH_UP_PAGES ? { after: last, limit: BIG_PAGE } : { limit: PAGE }, 'catch',
          { pages: request.pages + 1, since: request.since });
        return;
      }
      room.caughtUp(this.nick);
      if (room.key === this.current && room.divider === Infinity && room.unread > 0)
        room.divider = room.readId;
      this.#flush(room);
      this.emit({ type: 'caught', key: room.key, count: request.since > 0 ? room.lastId - request.since : 0 });
    } else if (request?.kind === 'jump') {
      this.emit({ type: 'show', key: room.key, id: request.id });
    } else if (request?.kind === 'line') {
      this.emit({ type: 'show', key: room.key, id: first ?? lastBefore });
    }
    this.#trim(room);
  }

  /** @param {Room} room */
  #startAnew(room) {
    room.reset();
    room.catching = true;
    this.#catchUp(room, 0);
  }

  /** @param {Wire} m */
  #message(m) {
    const room = this.rooms.get(roomKey(m.room));
    if (!room)
      return;
    const item = /** @type {any} */ (m);
    const outcome = room.take(item);
    if (outcome === 'other')
      return this.#startAnew(room);
    this.#echo(item);
    room.hold(m.id, m.id);
    if (outcome === 'known')
      return;

    const own = fold(m.nick) === fold(this.nick);
    if (own && room.readId === m.id - 1)
      room.readId = m.id;
    const entry = /** @type {import('./room.js').Entry} */ (
      { key: '', kind: 'message', place: m.id, order: 0, at: Date.parse(m.at), nick: m.nick, text: m.text });
    const calls = room.noteCall(entry, this.nick);
    this.emit({ type: 'message', key: room.key, nick: m.nick, text: m.text, own, calls });
    this.#trim(room);
  }

  /** @param {Room} room */
  #trim(room) {
    if (this.reading !== room.key)
      room.trim();
  }

  /** A line that has come back is stored. @param {{nick: string, cid?: string}} item */
  #echo(item) {
    if (item.cid && fold(item.nick) === fold(this.nick))
      this.outbox = this.outbox.filter(unsent => unsent.cid !== item.cid);
  }

  /** @param {{kind: string, [field: string]: any} | undefined} request @param {Unsent['state']} state @param {string} [error] */
  #settle(request, state, error) {
    const unsent = request?.kind === 'say' ? this.outbox.find(one => one.cid === request.cid) : undefined;
    if (unsent) {
      unsent.state = state;
      unsent.error = error;
    }
  }

  /** @param {Wire} m @param {{kind: string, [field: string]: any} | undefined} request */
  #error(m, request) {
    switch (request?.kind) {
      case 'hello':
        // After a lost connection the server may not know yet that the old one is gone.
        if (this.returning && m.code === 'nickname-taken')
          return this.emit({ type: 'held', text: m.text });
        this.phase = 'out';
        this.#password = '';
        return this.emit({ type: 'refused', code: m.code, text: m.text });
      case 'say':
        return this.#settle(request, 'failed', m.text);
      case 'quiet': case 'ping':
        return;
      case 'catch': {
        const room = this.rooms.get(request.key);
        if (room) {
          room.caughtUp(this.nick);
          this.#flush(room);
        }
        return this.#notice(request.key, { text: m.text });
      }
      case 'join': {
        const room = this.rooms.get(request.key);
        if (room) {
          room.joined = false;
          room.caughtUp(this.nick);
        }
        return request.again ? this.#notice(request.key, { text: m.text }) : this.emit({ type: 'failed', text: m.text, kind: 'join' });
      }
      case 'search':
        return this.emit({ type: 'failed', text: m.text, kind: 'search' });
      default:
        return this.#notice(request?.key, { text: m.text });
    }
  }

  /** @param {Wire} m @param {{kind: string, [field: string]: any} | undefined} request */
  #joined(m, request) {
    const room = this.#ensure(m.room, false);
    room.name = m.room;
    room.topic = m.topic ?? '';
    this.#entered(room, m.count);
    if (request && !request.again)
      this.open(room.key);
    this.emit({ type: 'joined', key: room.key });
  }

  /** @param {Wire} m @param {{kind: string, [field: string]: any} | undefined} request */
  #parted(m, request) {
    const room = this.rooms.get(roomKey(m.room));
    if (!room)
      return;
    room.joined = false;
    room.members.clear();
    room.catching = false;
    if (request)
      this.#remove(room.key);
    else
      this.emit({ type: 'putOut', key: room.key });
  }

  /** @param {Wire} m @param {'in' | 'out'} kind */
  #cameOrLeft(m, kind) {
    const room = this.rooms.get(roomKey(m.room));
    if (!room)
      return;
    if (m.nick) {
      if (fold(m.nick) === fold(this.nick))
        return;
      const known = room.members.has(fold(m.nick));
      if (kind === 'in')
        room.members.set(fold(m.nick), m.nick);
      else
        room.members.delete(fold(m.nick));
      room.count = Math.max(1, room.count + (kind === 'out' ? -1 : known ? 0 : 1));
    } else {
      room.count = Math.max(1, room.count + (kind === 'in' ? m.count : -m.count));
      room.membersStale = true;
      this.emit({ type: 'stale', key: room.key });
    }
    room.add({ kind, at: this.now(), nick: m.nick ?? '', text: '', count: m.count, login: m.login ?? m.logout ?? false });
    this.#trim(room);
  }

  /** @param {Wire} m */
  #topic(m) {
    const room = this.rooms.get(roomKey(m.room));
    if (!room)
      return;
    room.topic = m.text;
    if (m.nick)
      room.add({ kind: 'topic', at: this.now(), nick: m.nick, text: m.text });
  }

  /** @param {string} other @param {string} nick @param {string} text @param {string} [at] @param {boolean} [kept] */
  #whisper(other, nick, text, at, kept) {
    const room = this.#ensure(other, true);
    const own = fold(nick) === fold(this.nick);
    const entry = room.add({ kind: 'message', at: at ? Date.parse(at) : this.now(), nick, text, kept });
    if (own && room.unread === 1)
      room.read();
    this.#trim(room);
    if (!own)
      this.emit({ type: 'message', key: room.key, nick, text: entry.text, own, calls: true });
  }

  /** A private message has arrived, or is kept for its reader. @param {Wire} m @param {{kind: string, [field: string]: any} | undefined} request */
  #delivered(m, request) {
    const unsent = request?.kind === 'say' ? this.discard(request.cid) : undefined;
    const text = unsent?.text ?? m.text;
    const other = unsent && this.rooms.get(unsent.key)?.name;
    if (text !== undefined)
      this.#whisper(other ?? m.to, this.nick, text, undefined, m.type === 'kept');
  }

  /** @param {Wire} m @param {{kind: string, [field: string]: any} | undefined} request */
  #members(m, request) {
    const room = this.rooms.get(roomKey(m.room));
    if (!room)
      return;
    if (m.page === 1)
      room.members.clear();
    for (const name of m.names)
      room.members.set(fold(name), name);
    room.count = m.count;
    room.memberPage = m.page;
    room.memberPages = m.pages;
    this.emit({ type: 'members', key: room.key, asked: request?.kind === 'line' });
  }

  /** @param {string | undefined} key @param {{text?: string, lost?: string}} notice */
  #notice(key, notice) {
    const room = this.rooms.get(key ?? this.current) ?? this.room;
    const text = notice.text ?? '';
    if (room)
      room.add({ kind: 'notice', at: this.now(), nick: notice.lost ?? '', text });
    this.emit({ type: 'notice', text, key: room?.key, shown: room !== undefined });
  }

  /** @param {Wire} m */
  #bye(m) {
    const isFinal = m.code === 'put-off' || m.code === 'displaced';
    if (isFinal)
      this.phase = 'ended';
    this.emit({ type: 'bye', code: m.code, text: m.text, isFinal });
  }

  // Helpers

  /** @param {Room} room */
  #flush(room) {
    if (this.phase !== 'in' || room.catching || !(room.isPrivate || room.joined))
      return;
    for (const unsent of this.outbox) {
      if (unsent.key !== room.key || unsent.state !== 'waiting')
        continue;
      const message = room.isPrivate
        ? { type: 'whisper', to: room.name, text: unsent.text }
        : { type: 'say', room: room.name, text: unsent.text, cid: unsent.cid };
      if (!this.#ask(message, { kind: 'say', key: room.key, cid: unsent.cid }))
        return;
      unsent.state = 'sent';
    }
  }

  /** @param {string} name @param {boolean} isPrivate */
  #ensure(name, isPrivate) {
    const key = isPrivate ? privateKey(name) : roomKey(name);
    let room = this.rooms.get(key);
    if (!room) {
      room = new Room(key, name, isPrivate);
      this.rooms.set(key, room);
    }
    return room;
  }

  /** @param {string} key */
  #remove(key) {
    const keys = [...this.rooms.keys()];
    const next = keys[keys.indexOf(key) + 1] ?? keys[keys.indexOf(key) - 1] ?? '';
    this.rooms.delete(key);
    this.outbox = this.outbox.filter(unsent => unsent.key !== key);
    if (this.current === key) {
      this.current = '';
      this.open(next);
    }
    this.emit({ type: 'parted', key });
  }

  /** @param {Wire} message @param {{kind: string, [field: string]: any}} request */
  #ask(message, request) {
    const n = ++this.#n;
    if (!this.send({ ...message, n }))
      return false;
    this.#requests.set(n, request);
    return true;
  }
}
