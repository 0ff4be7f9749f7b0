// Puts the parts together: the state, the connection, what is shown, what is kept in the browser.

import { roomKey } from './chat/names.js';
import { Chat } from './chat/state.js';
import { interpret } from './chat/typed.js';
import { forgetSession, keep, lastNick, restore, roomsOf, session } from './kept.js';
import { Connection } from './socket.js';
import { count, lang, t } from './texts.js';
import { Composer } from './view/composer.js';
import { Dialogs } from './view/dialogs.js';
import { byId, setText } from './view/dom.js';
import { watchKeys } from './view/keys.js';
import { MessageList } from './view/list.js';
import { Login } from './view/login.js';
import { announce, announceLines, hint, isAttentive, notify, watchNotifyButton } from './view/notices.js';
import { Panels } from './view/panels.js';

/** @typedef {import('./chat/state.js').Happening} Happening */

/** Pauses while the own old connection still has the nickname: the server allows five questions for each connection. */
const HELD_PAUSES = [2000, 4000, 8000, 15_000];

/** Who came and left by number only is asked for by name after this. */
const STALE_PAUSE = 3000;

document.documentElement.lang = lang;

const chat = new Chat({ send: message => connection.send(message), emit: happened });
const connection = new Connection(new URL('ws?lang=' + lang, document.baseURI).href.replace(/^http/u, 'ws'), {
  onOpen: () => chat.phase !== 'out' && chat.hello(),
  onMessage: message => chat.receive(message),
  onBatchEnd: draw,
  onProbe: () => chat.phase === 'in' && chat.ping(),
  onLost: lost,
});
const list = new MessageList(byId('scroller'), /** @type {HTMLOListElement} */ (byId('list')), {
  onGap: (gap, fromAbove) => chat.fill(chat.current, gap, fromAbove),
  onScroll: () => {
    noteRead();
    drawPills();
  },
});
const composer = new Composer({ onSend: send, names: () => chat.room?.names(chat.nick) ?? [], announce });
const panels = new Panels({
  open: openRoom,
  openPrivate: nick => openRoom(chat.openPrivate(nick).key),
  moreMembers: () => chat.room && chat.listMembers(chat.room.key, chat.room.memberPage + 1),
});
const dialogs = new Dialogs(chat, { onLeave: leave, announce, afterClose: () => composer.focus() });

let held = 0;
let heldTimer = 0;
let retryAt = 0;
let countdown = 0;
let shownRoom = '';
let byeText = '';
let staleTimer = 0;
let frame = 0;

// Joining

const login = new Login(session?.nick ?? lastNick(), (nick, password, isNew) => enter(nick, password, false, isNew));

/** @param {string} nick @param {string} password @param {boolean} returning @param {boolean} [isNew] the nickname is to be registered */
function enter(nick, password, returning, isNew = false) {
  clearTimeout(heldTimer);
  held = 0;
  chat.enter(nick, password, roomsOf(nick), returning, isNew);
  login.status(t.login.connecting);
  if (connection.isOpen)
    chat.hello();
  else
    connection.open();
  draw();
}

function leave() {
  forgetSession();
  chat.leave();
  composer.clear();
  connection.close();
  panels.banner('');
  draw();
}

/** @param {number | null} pause */
function lost(pause) {
  chat.lost();
  retryAt = pause === null ? 0 : Date.now() + pause;
  clearInterval(countdown);
  if (pause !== null)
    countdown = window.setInterval(drawBanner, 1000);
  if (chat.phase === 'joining')
    login.status(pause === null ? '' : t.login.noServer);
  if (chat.phase === 'out')
    connection.giveUp();
  draw();
}

// What happens

/** @param {Happening} happening */
function happened(happening) {
  switch (happening.type) {
    case 'welcome':
      connection.succeeded();
      held = 0;
      clearInterval(countdown);
      login.done();
      if (happening.again && shownRoom !== '')
        announce(t.connectedAgain);
      restore(chat);
      break;
    case 'refused':
      login.refused(happening.code, happening.text);
      queueMicrotask(() => login.focus());
      break;
    case 'held':
      login.status(t.login.held);
      heldTimer = window.setTimeout(() => connection.isOpen && chat.phase !== 'in' && chat.phase !== 'out' && chat.hello(),
        HELD_PAUSES[Math.min(held++, HELD_PAUSES.length - 1)]);
      break;
    case 'bye':
      if (happening.isFinal) {
        connection.giveUp();
        byeText = happening.text;
      }
      break;
    case 'message':
      noteNews(happening);
      break;
    case 'caught':
      if (happening.key === chat.current) {
        drawList();
        if (list.following)
          list.toUnread();
      }
      if (happening.count > 0)
        announceLines(chat.rooms.get(happening.key)?.name ?? '', [], happening.count);
      break;
    case 'notice':
      announce(happening.text);
      break;
    case 'answer':
      chat.notice(happening.key, t.answer(happening));
      break;
    case 'show':
      openRoom(happening.key);
      drawList();
      list.toMessage(happening.id);
      break;
    case 'failed':
      if (!dialogs.isOpen)
        hint(happening.text);
      dialogs.answer(happening);
      break;
    case 'rooms':
      if (happening.asked)
        dialogs.joinRoom();
      dialogs.answer(happening);
      break;
    case 'found': case 'joined':
      dialogs.answer(happening);
      break;
    case 'members':
      if (happening.asked)
        panels.showPeople();
      break;
    case 'stale':
      staleTimer ||= window.setTimeout(() => {
        staleTimer = 0;
        if (chat.room?.membersStale)
          chat.listMembers(chat.current, 1);
      }, STALE_PAUSE);
      break;
  }
}

/** @param {Happening} message */
function noteNews(message) {
  const room = chat.rooms.get(message.key);
  if (!room || message.own)
    return;
  if (room.key === chat.current && !isAttentive() && room.divider === Infinity)
    room.divider = room.readId;
  if (room.key === chat.current || message.calls)
    announceLines(room.name, [`${room.isPrivate ? t.privateFrom(message.nick) : message.nick}: ${message.text}`]);
  if (message.calls)
    notify(room.isPrivate ? t.privateFrom(message.nick) : `${message.nick} · #${room.name}`, message.text, room.key, () => openRoom(room.key));
}

// What the user does

/** @param {string} text of one line. False: it stays in the box @returns {boolean} */
function send(text) {
  const typed = interpret(text);
  hint('');
  if (typed.kind === 'command')
    return command(typed) || hinted(t.needsConnection);
  if (typed.kind === 'whisper')
    chat.openPrivate(typed.nick);
  else if (!chat.room?.isPrivate && !chat.room?.joined)
    return hinted(t.notIn);
  if (!chat.say(chat.current, typed.text))
    return hinted(t.tooMany);
  draw();
  list.toEnd();
  return true;
}

/** @param {string} text */
function hinted(text) {
  hint(text);
  return false;
}

/** @param {{verb: string, argument: string, line: string}} command */
function command({ verb, argument, line }) {
  switch (verb) {
    case '/salir': case '/quit':
      dialogs.leave();
      return true;
    case '/buscar': case '/search':
      dialogs.search(argument);
      return true;
    case '/sala': case '/room':
      if (chat.rooms.has(roomKey(argument))) {
        openRoom(roomKey(argument));
        return true;
      }
  }
  return chat.command(chat.current, line);
}

/** @param {string} key */
function openRoom(key) {
  if (!chat.rooms.has(key))
    return;
  chat.open(key);
  draw();
}

/** @param {number} step @param {boolean} unreadOnly */
function otherRoom(step, unreadOnly) {
  const rooms = [...chat.rooms.values()].sort((a, b) => Number(a.isPrivate) - Number(b.isPrivate));
  const at = rooms.findIndex(room => room.key === chat.current);
  for (let i = 1; i <= rooms.length; i++) {
    const room = rooms[(at + step * i + rooms.length * i) % rooms.length];
    if (!unreadOnly || room.unread > 0) {
      openRoom(room.key);
      composer.focus();
      return;
    }
  }
}

byId('add-room').addEventListener('click', () => dialogs.joinRoom());
byId('search').addEventListener('click', () => dialogs.search());
byId('edit-topic').addEventListener('click', () => dialogs.topic());
byId('help').addEventListener('click', () => dialogs.help());
byId('leave').addEventListener('click', () => dialogs.leave());
byId('part').addEventListener('click', () => {
  chat.part(chat.current);
  draw();
});
byId('join-again').addEventListener('click', () => chat.room && chat.join(chat.room.name));
byId('banner-go').addEventListener('click', () => {
  if (chat.phase === 'ended') {
    chat.phase = 'out';
    enter(chat.nick, '', true);
  } else if (held > 0) {
    chat.phase = 'out';
    connection.close();
  } else {
    connection.retryNow();
  }
});
byId('pill').addEventListener('click', () => {
  list.toEnd();
  noteRead();
  draw();
  composer.focus();
});
byId('pill-up').addEventListener('click', () => {
  const room = chat.room;
  if (room && !room.isPrivate)
    chat.jump(room.key, room.divider + 1);
  else
    list.toUnread();
});
byId('list').addEventListener('click', event => {
  const button = event.target instanceof HTMLButtonElement ? event.target : null;
  const cid = /** @type {HTMLElement | null} */ (button?.closest('.unsent'))?.dataset.cid;
  if (!button?.dataset.action || cid === undefined)
    return;
  if (button.dataset.action === 'again') {
    chat.again(cid);
  } else {
    const unsent = chat.outbox.remove(cid);
    if (unsent && button.dataset.action === 'edit')
      composer.takeBack(unsent.text);
  }
  draw();
});

watchKeys(() => !byId('chat').hidden && !dialogs.isOpen, {
  otherRoom, escape,
  search: () => dialogs.search(), join: () => dialogs.joinRoom(), help: () => dialogs.help(), page: direction => list.page(direction),
});

function escape() {
  if (panels.isDrawerOpen)
    return panels.closeDrawer();
  list.toEnd();
  noteRead();
  draw();
  composer.focus();
}

// What is shown

function noteRead() {
  if (list.following && isAttentive() && chat.current !== '' && shownRoom === chat.current && chat.read(chat.current))
    panels.update(chat);
}

/** Draws what has changed, once for all that comes together. */
function draw() {
  if (document.hidden) {
    // There are no frames: what is seen when the page comes back must be right at once, and so must its title.
    drawNow();
    return;
  }
  frame ||= requestAnimationFrame(drawNow);
}

function drawNow() {
  cancelAnimationFrame(frame);
  frame = 0;
  const isInside = chat.phase === 'in' || (chat.rooms.size > 0 && chat.phase !== 'out');
  const wasInside = !byId('chat').hidden;
  byId('login').hidden = isInside;
  byId('chat').hidden = !isInside;
  if (!isInside) {
    shownRoom = '';
    list.open(null);
    document.title = 'ActorChat';
    if (wasInside)
      login.focus();
    return;
  }
  drawList();
  panels.update(chat);
  drawBanner();
  keep(chat);
  const unread = [...chat.rooms.values()].reduce((sum, room) => sum + (room.isPrivate ? room.unread : room.calls.size), 0);
  const any = [...chat.rooms.values()].some(room => room.unread > 0);
  document.title = `${unread > 0 ? `(${count(unread)}) ` : any ? '• ' : ''}${chat.room ? chat.room.name + ' · ' : ''}ActorChat`;
  if (!wasInside && matchMedia('(pointer: fine)').matches)
    composer.focus();
}

function drawList() {
  const room = chat.room;
  if (byId('chat').hidden)
    return;
  list.update(chat.outbox.of(chat.current), chat.nick);
  if (shownRoom !== chat.current) {
    shownRoom = chat.current;
    list.open(room ?? null);
    list.update(chat.outbox.of(chat.current), chat.nick);
    composer.open(chat.current, !room ? t.noRoom : room.isPrivate ? t.writeTo(room.name) : t.writeIn(room.name));
    byId('scroller').setAttribute('aria-label', t.messagesOf(room?.name ?? ''));
  }
  chat.reading = list.following ? '' : chat.current;
  panels.empty(room, chat.outbox.of(chat.current).length);
  noteRead();
  drawPills();
}

function drawPills() {
  const room = chat.room;
  byId('pill').hidden = list.following || !room;
  byId('pill-up').hidden = !room || !list.newIsAbove || room.unread === 0;
  setText(byId('pill'), '↓ ' + t.below(room?.unread ?? 0));
  setText(byId('pill-up'), '↑ ' + t.above(room?.unread ?? 0));
}

function drawBanner() {
  if (chat.phase === 'ended') {
    panels.banner(byeText || t.ended, t.comeBack, 'ended');
  } else if (chat.phase === 'lost' || chat.phase === 'joining') {
    const seconds = Math.ceil((retryAt - Date.now()) / 1000);
    const text = held > 0 ? t.login.held : !navigator.onLine ? t.offline : seconds > 1 ? t.retryIn(seconds) : t.reconnecting;
    panels.banner(text, held > 0 ? t.login.other : seconds > 1 ? t.retry : '');
  } else {
    panels.banner('');
  }
}

// The beginning

if (session && !session.ended)
  enter(session.nick, '', true);
for (const name of ['focus', 'pageshow', 'visibilitychange', 'online', 'offline'])
  addEventListener(name, draw);
addEventListener('blur', () => {
  if (chat.room && chat.room.unread === 0)
    chat.room.divider = Infinity;
});
watchNotifyButton();
draw();
login.focus();
