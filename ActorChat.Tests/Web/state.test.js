// Properties of the page's state, which StateTests.cs runs in a browser: a server, a user and a network that fails, all by chance.
// Types of the page, by hand: npx tsc --noEmit --checkJs --strict --target es2022 --module es2022 --moduleResolution bundler
//   --lib es2023,dom,dom.iterable ActorChat.Server/Web/Page/app.js

import { Chat } from '/chat/state.js';

const ROOMS = ['general', 'juegos', 'libros'];

/** A generator of numbers that a seed repeats (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** As the real server: a number for each line, a "cid" counts once, "ok" behind the commit. */
class Server {
  rooms = Object.fromEntries(ROOMS.map(name => [name, []]));
  whispers = [];

  /** What is on its way to the client; null without a connection. */
  toClient = null;
  joined = new Set();

  say(room, nick, text, cid) {
    const items = this.rooms[room];
    if (cid && items.some(item => item.cid === cid))
      return;
    const item = { id: items.length + 1, at: new Date(1e12 + items.length * 1000).toISOString(), nick, text, ...(cid && { cid }) };
    items.push(item);
    if (this.joined.has(room))
      this.toClient?.push({ type: 'msg', room, ...item });
  }

  receive({ n, type, room, ...m }) {
    const answer = (type, more) => this.toClient?.push({ type, n, ...more });
    switch (type) {
      case 'hello':
        this.joined = new Set(['general']);
        return answer('welcome', { nick: m.nick, room: 'general', count: 2 });
      case 'join':
        this.joined.add(room);
        return answer('joined', { room, count: 2, topic: '' });
      case 'part':
        this.joined.delete(room);
        return answer('parted', { room });
      case 'say':
        this.say(room, 'ana', m.text, m.cid);
        return answer('ok');
      case 'whisper':
        this.whispers.push(m.text);
        return answer('whispered', { to: m.to, text: m.text });
      case 'history': {
        const items = this.rooms[room].filter(item => item.id > (m.after ?? 0) && item.id < (m.before ?? Infinity));
        const page = m.after === undefined ? items.slice(-m.limit) : items.slice(0, m.limit);
        return answer('history', { room, items: page, more: page.length < items.length });
      }
      case 'members':
        return answer('members', { room, count: 2, page: 1, pages: 1, names: ['ana', 'beto'] });
      case 'line':
        return answer('notice', { text: 'no topic' });
    }
  }
}

/** Returns what is wrong; nothing if all is well. @param {number} seed */
export function nothingIsLostOrTwice(seed) {
  const next = random(seed), upTo = n => Math.floor(next() * n);
  const faults = [];
  const server = new Server();
  const said = { '#general': [], '#juegos': [], '#libros': [] }, whispered = [];
  let toServer = [], ids = 0, chat;

  const start = saved => {
    chat = new Chat({
      send: message => server.toClient !== null && toServer.push(JSON.parse(JSON.stringify(message))) > 0,
      emit: happening => happening.type === 'welcome' && saved && (chat.restore(saved.session), saved = null),
      now: () => 1e12, newId: () => `${seed}-${ids++}`,
    });
    chat.enter('ana', '', saved?.rooms, saved !== undefined);
  };
  const cut = () => {
    toServer = [];
    server.toClient = null;
    server.joined.clear();
    chat.lost();
  };
  const connect = () => {
    server.toClient = [];
    chat.hello();
  };
  const deliver = n => {
    for (const message of toServer.splice(0, n))
      server.receive(message);
  };
  const hear = n => {
    for (const message of server.toClient?.splice(0, n) ?? [])
      chat.receive(message);
  };
  const drain = () => {
    while (toServer.length + server.toClient.length > 0) {
      deliver(Infinity);
      hear(Infinity);
    }
  };
  const anyRoom = () => [...chat.rooms.values()].filter(room => !room.isPrivate)[upTo(3)];

  for (let i = upTo(400); i > 0; i--)
    server.say('general', 'beto', `before ${i}`);
  start();
  for (let step = 0; step < 120; step++) {
    switch (upTo(12)) {
      case 0: server.toClient ? cut() : connect(); break;
      case 1: {
        // The page is loaded again: what the browser keeps is what is left.
        const { current, outbox, rooms } = chat;
        const privates = [...rooms.values()].filter(room => room.isPrivate).map(({ name, readId: read, entries }) => ({ name, read, entries }));
        const saved = JSON.parse(JSON.stringify({ rooms: chat.save(), session: { current, outbox: outbox.lines, privates } }));
        // Before the first welcome nothing was written down.
        if (chat.phase !== 'joining') {
          cut();
          start(saved);
        }
        break;
      }
      case 2: server.toClient && chat.join(ROOMS[upTo(3)]); break;
      case 3: {
        const room = anyRoom(), text = `mine ${seed} ${step}`;
        if (room && chat.say(room.key, text))
          said[room.key].push(text);
        break;
      }
      case 4: {
        const text = `private ${seed} ${step}`;
        if (chat.phase !== 'joining' && chat.say(chat.openPrivate('beto').key, text))
          whispered.push(text);
        break;
      }
      case 5: server.toClient && chat.phase === 'in' && server.toClient.push({ type: 'in', room: 'general', nick: 'carla', login: true }); break;
      case 6: for (let n = upTo(upTo(8) === 0 ? 900 : 5); n > 0; n--) server.say(ROOMS[upTo(3)], 'beto', `theirs ${step} ${n}`); break;
      case 7: {
        const room = anyRoom(), gaps = room?.gaps() ?? [];
        if (gaps.length > 0)
          chat.fill(room.key, gaps[upTo(gaps.length)], next() < 0.5);
        break;
      }
      case 8: { const room = anyRoom(); room && chat.read(room.key); break; }
      default: deliver(upTo(6)); hear(upTo(12));
    }
  }

  if (server.toClient)
    cut();
  connect();
  drain();
  for (const room of chat.rooms.values()) {
    for (let i = 1; i < room.entries.length; i++) {
      const [a, b] = [room.entries[i - 1], room.entries[i]];
      if (a.place > b.place || (a.place === b.place && a.order >= b.order))
        faults.push(`${room.key}: the order at ${i}`);
    }
    if (room.isPrivate)
      continue;
    for (let i = 0; room.gaps().length > 0; i++) {
      chat.fill(room.key, room.gaps().at(-1), i % 2 === 0);
      drain();
      if (i > 200)
        return [...faults, `${room.key}: a gap that is never filled`];
    }
    const shown = room.entries.filter(entry => entry.kind === 'message').map(entry => entry.place + entry.text).join();
    if (shown !== server.rooms[room.name].map(item => item.id + item.text).join())
      faults.push(`${room.key}: shows something else than was said`);
    if (room.unread !== room.lastId - room.readId || room.lastId !== server.rooms[room.name].length)
      faults.push(`${room.key}: ${room.unread} unread, read ${room.readId}, last ${room.lastId}`);
    const mine = server.rooms[room.name].filter(item => item.nick === 'ana').map(item => item.text);
    if (mine.join() !== said[room.key].join())
      faults.push(`${room.key}: was said ${mine.join()}, was written ${said[room.key].join()}`);
  }

  const unsure = chat.outbox.lines.filter(line => line.state === 'unsure').map(line => line.text);
  const arrived = chat.rooms.get('@beto')?.entries.map(entry => entry.text) ?? [];
  if (new Set(server.whispers).size !== server.whispers.length)
    faults.push('a private message arrived twice');
  if ([...unsure, ...arrived].sort().join() !== [...whispered].sort().join())
    faults.push(`private: written ${whispered}, arrived ${arrived}, unsure ${unsure}`);
  if (chat.outbox.lines.length !== unsure.length)
    faults.push(`still unsent: ${JSON.stringify(chat.outbox.lines)}`);
  return faults;
}
