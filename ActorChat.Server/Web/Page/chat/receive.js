// What each message of the server does to the state. Pure, as that is.

import { fold, roomKey } from './names.js';

/** @typedef {import('./room.js').Room} Room */
/** @typedef {import('./room.js').Entry} Entry */
/** @typedef {import('./state.js').Chat} Chat */
/** @typedef {import('./state.js').Wire} Wire */
/** @typedef {import('./state.js').Request} Request */

/** Ends after which only the user comes back. */
const FINAL = ['put-off', 'displaced', 'goodbye', 'silent-too-long'];

/** By type. What is not here needs nothing done. @type {Record<string, (chat: Chat, m: Wire, request: Request | undefined) => void>} */
export const answers = {
  welcome, msg: message, ok: (chat, m, request) => settle(chat, request, 'stored'), err: failed, joined, parted,
  in: (chat, m) => cameOrLeft(chat, m, 'in'), out: (chat, m) => cameOrLeft(chat, m, 'out'), topic,
  whisper: (chat, m) => whispered(chat, m.nick, m.nick, m.text, m.at), whispered: delivered, kept: delivered,
  history: page, members, bye,
  nick: (chat, m, request) => chat.emit({ ...m, type: 'answer', about: 'nick', key: request?.key }),
  current: (chat, m, request) => chat.emit({ ...m, type: 'answer', about: 'current', key: request?.key }),
  found: (chat, m, request) => chat.emit({ ...m, text: request?.text }),
  rooms: (chat, m, request) => chat.emit({ ...m, asked: request?.kind === 'line' }),
  notice: (chat, m, request) => request?.kind !== 'quiet' && chat.notice(m.room ? roomKey(m.room) : request?.key, m.text),
};

/** Joins again what was joined before. @param {Chat} chat @param {Wire} m */
function welcome(chat, m) {
  const again = chat.rooms.size > 0;
  const general = roomKey(m.room);
  chat.phase = 'in';
  chat.nick = m.nick;
  chat.returning = true;
  for (const { name, read } of chat.saved) {
    const room = chat.ensure(name, false);
    room.readId = read;
    room.wanted = true;
  }
  chat.saved = [];

  if (chat.rooms.get(general)?.wanted ?? chat.rooms.size === 0) {
    chat.entered(chat.ensure(m.room, false), m.count);
    // The welcome has no topic.
    chat.ask({ type: 'line', room: m.room, text: '/tema' }, { kind: 'quiet' });
  } else {
    chat.ask({ type: 'part', room: m.room }, { kind: 'part', key: general });
  }
  for (const room of chat.rooms.values()) {
    if (room.isPrivate)
      chat.flush(room);
    else if (room.wanted && room.key !== general)
      chat.ask({ type: 'join', room: room.name }, { kind: 'join', key: room.key, again: true });
  }
  chat.emit({ type: 'welcome', again });
}

/** @param {Chat} chat @param {Wire} m @param {Request | undefined} request */
function page(chat, m, request) {
  const room = chat.rooms.get(roomKey(m.room));
  if (!room)
    return;
  for (const item of m.items) {
    if (room.take(item) === 'other')
      return startAnew(chat, room);
    echoed(chat, item);
  }

  // What a page leaves out between its numbers was deleted: it is not missing.
  const before = request?.before, after = request?.after;
  const first = m.items[0]?.id, last = m.items.at(-1)?.id;
  if (before !== undefined)
    room.hold(m.more ? first ?? before : 1, before - 1);
  else if (after !== undefined)
    room.hold(after + 1, last ?? after);
  else if (first !== undefined)
    room.hold(request?.kind === 'catch' && !m.more ? 1 : first, last);

  if (request?.kind === 'catch' && after !== undefined && m.more && last !== undefined) {
    chat.catchUp(room, request.pages + 1, last, request.since);
  } else if (request?.kind === 'catch') {
    caughtUp(chat, room);
    chat.emit({ type: 'caught', key: room.key, count: request.since > 0 ? room.lastId - request.since : 0 });
  } else if (request?.kind === 'jump' || (request?.kind === 'line' && first !== undefined)) {
    chat.emit({ type: 'show', key: room.key, id: request.id ?? first });
  }
  chat.trim(room);
}

/** @param {Chat} chat @param {Room} room */
function caughtUp(chat, room) {
  room.caughtUp(chat.nick);
  if (room.key === chat.current && room.divider === Infinity && room.unread > 0)
    room.divider = room.readId;
  chat.flush(room);
}

/** The numbers are those of another database. @param {Chat} chat @param {Room} room */
function startAnew(chat, room) {
  room.reset();
  room.catching = true;
  chat.catchUp(room);
}

/** @param {Chat} chat @param {Wire} m */
function message(chat, m) {
  const room = chat.rooms.get(roomKey(m.room));
  if (!room)
    return;
  const item = /** @type {{id: number, at: string, nick: string, text: string, cid?: string}} */ (/** @type {unknown} */ (m));
  const outcome = room.take(item);
  if (outcome === 'other')
    return startAnew(chat, room);
  echoed(chat, item);
  room.hold(item.id, item.id);
  if (outcome === 'known')
    return;

  const own = fold(item.nick) === fold(chat.nick);
  if (own && room.readId === item.id - 1)
    room.readId = item.id;
  const calls = room.noteCall({ key: '', kind: 'message', place: item.id, order: 0, at: 0, nick: item.nick, text: item.text }, chat.nick);
  chat.emit({ type: 'message', key: room.key, nick: item.nick, text: item.text, own, calls });
  chat.trim(room);
}

/** A line that has come back is stored. @param {Chat} chat @param {{nick: string, cid?: string}} item */
function echoed(chat, item) {
  if (item.cid && fold(item.nick) === fold(chat.nick))
    chat.outbox.remove(item.cid);
}

/** @param {Chat} chat @param {Request | undefined} request @param {import('./outbox.js').Unsent['state']} state @param {string} [error] */
function settle(chat, request, state, error) {
  const line = request?.kind === 'say' ? chat.outbox.find(request.cid) : undefined;
  if (line) {
    line.state = state;
    line.error = error;
  }
}

/** @param {Chat} chat @param {Wire} m @param {Request | undefined} request */
function failed(chat, m, request) {
  const room = chat.rooms.get(request?.key);
  switch (request?.kind) {
    case 'hello':
      // After a lost connection the server may not know yet that the old one is gone.
      if (chat.returning && m.code === 'nickname-taken')
        return chat.emit({ type: 'held', text: m.text });
      chat.phase = 'out';
      chat.password = '';
      return chat.emit({ type: 'refused', code: m.code, text: m.text });
    case 'say':
      return settle(chat, request, 'failed', m.text);
    case 'quiet': case 'ping':
      return;
    case 'catch':
      if (room)
        caughtUp(chat, room);
      return chat.notice(request.key, m.text);
    case 'join':
      if (room) {
        room.joined = room.wanted = false;
        room.caughtUp(chat.nick);
      }
      return request.again ? chat.notice(request.key, m.text) : chat.emit({ type: 'failed', text: m.text, kind: 'join' });
    case 'search':
      return chat.emit({ type: 'failed', text: m.text, kind: 'search' });
    default:
      return chat.notice(request?.key, m.text);
  }
}

/** @param {Chat} chat @param {Wire} m @param {Request | undefined} request */
function joined(chat, m, request) {
  const room = chat.ensure(m.room, false);
  room.name = m.room;
  room.topic = m.topic ?? '';
  chat.entered(room, m.count);
  // What was not entered again by itself was asked for, by a command too.
  if (!(request ?? chat.takeJoin(room.key))?.again)
    chat.open(room.key);
  chat.emit({ type: 'joined', key: room.key });
}

/** @param {Chat} chat @param {Wire} m @param {Request | undefined} request */
function parted(chat, m, request) {
  const room = chat.rooms.get(roomKey(m.room));
  if (!room)
    return;
  room.joined = room.wanted = false;
  room.members.clear();
  room.caughtUp(chat.nick);
  if (request)
    chat.remove(room.key);
}

/** @param {Chat} chat @param {Wire} m @param {'in' | 'out'} kind */
function cameOrLeft(chat, m, kind) {
  const room = chat.rooms.get(roomKey(m.room));
  if (!room || (m.nick && fold(m.nick) === fold(chat.nick)))
    return;
  if (m.nick) {
    const known = room.members.has(fold(m.nick));
    if (kind === 'in')
      room.members.set(fold(m.nick), m.nick);
    else
      room.members.delete(fold(m.nick));
    room.count += kind === 'out' ? -1 : known ? 0 : 1;
  } else {
    room.count += kind === 'in' ? m.count : -m.count;
    room.membersStale = true;
    chat.emit({ type: 'stale', key: room.key });
  }
  room.count = Math.max(1, room.count);
  room.add({ kind, at: chat.now(), nick: m.nick ?? '', text: '', count: m.count, login: m.login ?? m.logout ?? false });
  chat.trim(room);
}

/** @param {Chat} chat @param {Wire} m @param {Request | undefined} request */
function topic(chat, m, request) {
  const room = chat.rooms.get(roomKey(m.room));
  if (!room)
    return;
  // Who has set it may be told twice: as the answer, and with everybody else.
  if (m.nick && m.text !== room.topic)
    room.add({ kind: 'topic', at: chat.now(), nick: m.nick, text: m.text });
  room.topic = m.text;
  if (!m.nick && request?.kind === 'line')
    chat.emit({ type: 'answer', about: 'topic', key: room.key, text: m.text });
}

/** @param {Chat} chat @param {string} other @param {string} nick @param {string} text @param {string} [at] @param {boolean} [kept] */
function whispered(chat, other, nick, text, at, kept) {
  const room = chat.ensure(other, true);
  const own = fold(nick) === fold(chat.nick);
  const wasRead = room.unread === 0;
  room.add({ kind: 'message', at: at ? Date.parse(at) : chat.now(), nick, text, kept });
  if (own && wasRead)
    room.read();
  chat.trim(room);
  if (!own)
    chat.emit({ type: 'message', key: room.key, nick, text, own, calls: true });
}

/** A private message has arrived, or is kept for its reader. @param {Chat} chat @param {Wire} m @param {Request | undefined} request */
function delivered(chat, m, request) {
  const line = request?.kind === 'say' ? chat.outbox.remove(request.cid) : undefined;
  const text = line?.text ?? m.text;
  const other = line && chat.rooms.get(line.key)?.name;
  if (text !== undefined)
    whispered(chat, other ?? m.to, chat.nick, text, undefined, m.type === 'kept');
}

/** @param {Chat} chat @param {Wire} m @param {Request | undefined} request */
function members(chat, m, request) {
  const room = chat.rooms.get(roomKey(m.room));
  if (!room)
    return;
  if (m.page === 1)
    room.members.clear();
  for (const name of m.names)
    room.members.set(fold(name), name);
  room.count = m.count;
  room.memberPage = m.page;
  room.memberPages = m.pages;
  chat.emit({ type: 'members', key: room.key, asked: request?.kind === 'line' });
}

/** @param {Chat} chat @param {Wire} m */
function bye(chat, m) {
  const isFinal = FINAL.includes(m.code);
  if (isFinal)
    chat.phase = 'ended';
  chat.emit({ type: 'bye', code: m.code, text: m.text, isFinal });
}
