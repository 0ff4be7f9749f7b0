// Puts the parts together: the state, the connection, what is shown, what is kept in the browser.

import { Composer } from './composer.js';
import { Dialogs } from './dialogs.js';
import { byId, el, setText } from './dom.js';
import { MessageList } from './list.js';
import { fold, roomKey } from './names.js';
import { Panels } from './panels.js';
import { Connection } from './socket.js';
import { Chat } from './state.js';
import { count, lang, t } from './texts.js';

/** Kept for the browser: the last nickname, and by nickname the rooms with what was read. Never a password. */
const NICK = 'actorchat.nick', ROOMS = 'actorchat.rooms.', NOTIFY = 'actorchat.notify';

/** Kept for the tab, over a reload: what is not sent yet, private conversations, the open room. */
const SESSION = 'actorchat.session';
const MOST_PRIVATE = 200;

const HELD_PAUSES = [1000, 2000, 4000, 8000];

document.documentElement.lang = lang;

/** @param {string | null} text */
const parse = text => text === null ? null : JSON.parse(text);

const chat = new Chat({ send: message => connection.send(message), emit: happened });
const connection = new Connection(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws?lang=${lang}`, {
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
const composer = new Composer({ onSend: send, names: namesNearby, announce });
const panels = new Panels({
  open: openRoom,
  openPrivate: nick => openRoom(chat.openPrivate(nick).key),
  moreMembers: () => chat.room && chat.listMembers(chat.room.key, chat.room.memberPage + 1),
});
const dialogs = new Dialogs(chat, { onLeave: leave, announce, afterClose: () => composer.focus() });

let held = 0;
let retryAt = 0;
let countdown = 0;
let shownRoom = '';

// Joining

const nickInput = /** @type {HTMLInputElement} */ (byId('nick'));
const passwordInput = /** @type {HTMLInputElement} */ (byId('password'));
for (const [id, text] of Object.entries({
  'login-lead': t.login.lead, 'nick-label': t.login.nick, 'nick-hint': t.login.nickHint, 'password-label': t.login.password, 'login-go': t.login.go,
}))
  setText(byId(id), text);
nickInput.value = localStorage.getItem(NICK) ?? '';
nickInput.addEventListener('input', () => byId('password-part').hidden = true);

byId('login-form').addEventListener('submit', event => {
  event.preventDefault();
  const nick = nickInput.value.trim();
  if (nick === '')
    return nickInput.focus();
  enter(nick, byId('password-part').hidden ? '' : passwordInput.value, false);
});

/** @param {string} nick @param {string} password @param {boolean} returning */
function enter(nick, password, returning) {
  if (chat.rooms.size > 0 && fold(nick) !== fold(chat.nick))
    chat.leave();
  chat.enter(nick, password, parse(localStorage.getItem(ROOMS + fold(nick))) ?? undefined, returning);
  setText(byId('login-error'), '');
  setText(byId('login-status'), t.login.connecting);
  if (connection.isOpen)
    chat.hello();
  else
    connection.open();
  draw();
}

function leave() {
  sessionStorage.removeItem(SESSION);
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
    setText(byId('login-status'), pause === null ? '' : t.login.noServer);
  if (chat.phase === 'out')
    connection.giveUp();
  draw();
}

// What happens

/** @type {{name: string, texts: string[]}[]} */
let burst = [];
let burstTimer = 0;

/** @param {import('./state.js').Happening} happening */
function happened(happening) {
  switch (happening.type) {
    case 'welcome':
      connection.succeeded();
      held = 0;
      clearInterval(countdown);
      passwordInput.value = '';
      localStorage.setItem(NICK, chat.nick);
      setText(byId('login-status'), '');
      if (happening.again && shownRoom !== '')
        announce(t.connectedAgain);
      restoreSession();
      break;
    case 'refused':
      byId('password-part').hidden = !happening.code.startsWith('password');
      setText(byId('login-error'), happening.text);
      setText(byId('login-status'), '');
      panels.banner('');
      queueMicrotask(() => (byId('password-part').hidden ? nickInput : passwordInput).focus());
      break;
    case 'held':
      setText(byId('login-status'), t.login.held);
      setTimeout(() => connection.isOpen && chat.phase !== 'in' && chat.phase !== 'out' && chat.hello(),
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
        announceMessage(chat.rooms.get(happening.key)?.name ?? '', '', happening.count);
      break;
    case 'notice':
      announce(happening.text);
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
    case 'found':
      dialogs.answer(happening);
      break;
    case 'joined':
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
      }, 3000);
      break;
  }
}
let byeText = '';
let staleTimer = 0;

const isAttentive = () => document.visibilityState === 'visible' && document.hasFocus();

/** @param {import('./state.js').Happening} message */
function noteNews(message) {
  const room = chat.rooms.get(message.key);
  if (!room || message.own)
    return;
  if (room.key === chat.current && !isAttentive() && room.divider === Infinity)
    room.divider = room.readId;
  if (room.key === chat.current || message.calls)
    announceMessage(room.name, room.isPrivate ? `${t.privateFrom(message.nick)}: ${message.text}` : `${message.nick}: ${message.text}`, 1);
  if (message.calls && !isAttentive())
    notify(message);
}

/** For screen readers: single lines as they are, bursts by number. @param {string} name @param {string} text @param {number} n */
function announceMessage(name, text, n) {
  const entry = burst.find(one => one.name === name) ?? { name, texts: [] };
  if (!burst.includes(entry))
    burst.push(entry);
  for (let i = 0; i < n; i++)
    entry.texts.push(text);
  burstTimer ||= window.setTimeout(() => {
    for (const { name, texts } of burst) {
      if (texts.length > 3 || texts[0] === '')
        announce(t.burst(name, texts.length));
      else
        texts.forEach(announce);
    }
    burst = [];
    burstTimer = 0;
  }, 1000);
}

/** @param {string} text */
function announce(text) {
  const announcer = byId('announcer');
  announcer.append(el('p', { dir: 'auto' }, text));
  while (announcer.childElementCount > 10)
    announcer.firstElementChild?.remove();
}

let hintTimer = 0;

/** @param {string} text */
function hint(text) {
  setText(byId('composer-hint'), text);
  clearTimeout(hintTimer);
  hintTimer = window.setTimeout(() => setText(byId('composer-hint'), ''), 8000);
}

// Notifications

const wantsNotices = () => 'Notification' in window && Notification.permission === 'granted' && localStorage.getItem(NOTIFY) !== 'off';

byId('notify').addEventListener('click', async () => {
  if (Notification.permission === 'granted')
    localStorage.setItem(NOTIFY, wantsNotices() ? 'off' : 'on');
  else if (await Notification.requestPermission() === 'granted')
    localStorage.setItem(NOTIFY, 'on');
  drawNotify();
});

function drawNotify() {
  const button = byId('notify');
  button.hidden = !('Notification' in window) || !isSecureContext || Notification.permission === 'denied';
  const text = wantsNotices() ? t.notifyOff : t.notifyOn;
  button.setAttribute('aria-label', text);
  button.setAttribute('aria-pressed', String(wantsNotices()));
  button.title = text;
}

/** @param {import('./state.js').Happening} message */
function notify(message) {
  // Chromium on phones has notifications for service workers only, and says so by permission "denied" or by an exception.
  if (!wantsNotices() || /Android/u.test(navigator.userAgent))
    return;
  const room = chat.rooms.get(message.key);
  const notice = new Notification(room?.isPrivate ? t.privateFrom(message.nick) : `${message.nick} · #${room?.name}`,
    { body: message.text, icon: 'icon.svg', tag: message.key });
  notice.onclick = () => {
    window.focus();
    openRoom(message.key);
    notice.close();
  };
}

// What the user does

/** @param {string} text of one line. False: it stays in the box @returns {boolean} */
function send(text) {
  const key = chat.current;
  const line = text.replace(/^[\s\p{Default_Ignorable_Code_Point}]+/u, '');
  const sign = line[0] === '／' ? '/' : line[0] === '＃' ? '#' : line[0];
  let said = text;
  if ((sign === '/' || sign === '#') && line[1] === line[0])
    said = line.slice(1);
  else if (sign === '/')
    return command(key, '/' + line.slice(1));
  else if (sign === '#' && /^.\S+\s+\S/u.test(line))
    return whisper(line.slice(1));
  else if (chat.room && !chat.room.isPrivate && !chat.room.joined)
    return hinted(t.notIn);

  if (!chat.say(key, said))
    return hinted(t.tooMany);
  hint('');
  draw();
  list.toEnd();
  return true;
}

/** @param {string} text */
function hinted(text) {
  hint(text);
  return false;
}

/** @param {string} line nickname and text */
function whisper(line) {
  const nick = (/^\S+/u.exec(line)?.[0] ?? '').replace(/:$/u, '');
  const room = chat.openPrivate(nick);
  const isSaid = chat.say(room.key, line.slice(line.search(/\s/u)).trim());
  openRoom(room.key);
  list.toEnd();
  return isSaid || hinted(t.tooMany);
}

/** @param {string} key @param {string} line */
function command(key, line) {
  const [verb, ...rest] = line.trim().split(/\s+/u);
  const argument = rest.join(' ');
  switch (verb.toLowerCase()) {
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
  if (!chat.command(key, line.trim()))
    return hinted(t.needsConnection);
  hint('');
  return true;
}

/** Who has spoken last comes first, then who is here. */
function namesNearby() {
  const room = chat.room;
  if (!room)
    return [];
  const names = new Map();
  for (let i = room.entries.length - 1; i >= 0 && i > room.entries.length - 200; i--) {
    const { kind, nick } = room.entries[i];
    if (kind === 'message')
      names.set(fold(nick), names.get(fold(nick)) ?? nick);
  }
  for (const [key, nick] of [...room.members].sort())
    names.set(key, names.get(key) ?? nick);
  names.delete(fold(chat.nick));
  return [...names.values()];
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
  const rooms = [...chat.rooms.values()].filter(room => !room.isPrivate).concat([...chat.rooms.values()].filter(room => room.isPrivate));
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
    const unsent = chat.discard(cid);
    if (unsent && button.dataset.action === 'edit')
      composer.takeBack(unsent.text);
  }
  draw();
});

document.addEventListener('keydown', event => {
  if (byId('chat').hidden || event.isComposing)
    return;
  const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const key = event.key;
  if (dialogs.isOpen)
    return;
  if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown'))
    otherRoom(key === 'ArrowUp' ? -1 : 1, event.shiftKey);
  else if (control && key.toLowerCase() === 'k')
    dialogs.search();
  else if (control && key.toLowerCase() === 'j')
    dialogs.joinRoom();
  else if (key === 'F1')
    dialogs.help();
  else if ((key === 'PageUp' || key === 'PageDown') && event.target !== byId('scroller'))
    list.page(key === 'PageUp' ? -1 : 1);
  else if (key === 'Escape')
    escape();
  else
    return;
  event.preventDefault();
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

let frame = 0;

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
  const isInside = chat.rooms.size > 0 && chat.phase !== 'out';
  const wasInside = !byId('chat').hidden;
  byId('login').hidden = isInside;
  byId('chat').hidden = !isInside;
  if (!isInside) {
    shownRoom = '';
    list.open(null);
    document.title = 'ActorChat';
    if (wasInside)
      nickInput.focus();
    return;
  }
  drawList();
  panels.update(chat);
  drawBanner();
  drawNotify();
  keep();
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
  list.update(room ? chat.unsentOf(room.key) : [], chat.nick);
  if (shownRoom !== chat.current) {
    shownRoom = chat.current;
    list.open(room ?? null);
    list.update(room ? chat.unsentOf(room.key) : [], chat.nick);
    if (room) {
      composer.open(room.key, room.isPrivate ? t.writeTo(room.name) : t.writeIn(room.name));
      byId('scroller').setAttribute('aria-label', t.messagesOf(room.name));
    }
  }
  chat.reading = list.following ? '' : chat.current;
  const isEmpty = room !== undefined && room.entries.length === 0 && chat.unsentOf(room.key).length === 0 && !room.catching && room.gaps().length === 0;
  byId('empty').hidden = !isEmpty;
  byId('list').hidden = isEmpty;
  if (isEmpty && room) {
    byId('empty').replaceChildren(
      el('img', { src: 'icon.svg', alt: '', width: 48, height: 48 }),
      el('p', { className: 'big', dir: 'auto' }, room.isPrivate ? t.emptyPrivate(room.name) : t.emptyRoom),
      el('p', null, room.isPrivate ? t.emptyPrivateHint : t.emptyRoomHint));
  }
  noteRead();
  drawPills();
}

function drawPills() {
  const room = chat.room;
  byId('pill').hidden = list.following || !room;
  setText(byId('pill'), '↓ ' + t.below(room?.unread ?? 0));
  byId('pill-up').hidden = !room || !list.newIsAbove || room.unread === 0;
  if (room)
    setText(byId('pill-up'), '↑ ' + t.above(room.unread));
}

function drawBanner() {
  if (chat.phase === 'ended') {
    panels.banner(byeText || t.ended, t.comeBack, 'ended');
  } else if (chat.phase === 'lost' || chat.phase === 'joining') {
    const seconds = Math.ceil((retryAt - Date.now()) / 1000);
    const text = held > 0 ? t.login.held : !navigator.onLine ? t.offline : seconds > 1 ? t.retryIn(seconds) : t.reconnecting;
    panels.banner(text, held > 0 || seconds <= 1 ? '' : t.retry);
  } else {
    panels.banner('');
  }
}

// What is kept in the browser

function keep() {
  if (chat.phase === 'out' || chat.rooms.size === 0)
    return;
  const saved = chat.save();
  if (chat.phase === 'in')
    localStorage.setItem(ROOMS + fold(chat.nick), JSON.stringify(saved));
  sessionStorage.setItem(SESSION, JSON.stringify({
    nick: chat.nick, current: chat.current, outbox: chat.outbox, ended: chat.phase === 'ended',
    privates: [...chat.rooms.values()].filter(room => room.isPrivate)
      .map(room => ({ name: room.name, read: room.readId, entries: room.entries.slice(-MOST_PRIVATE) })),
  }));
}

let isRestored = false;

function restoreSession() {
  // Once only: after a reconnect the page itself still has everything.
  if (!isRestored && session && fold(session.nick) === fold(chat.nick))
    chat.restore(session);
  isRestored = true;
}

const session = parse(sessionStorage.getItem(SESSION));
if (session && !session.ended) {
  nickInput.value = session.nick;
  enter(session.nick, '', true);
}
for (const name of ['focus', 'pageshow', 'visibilitychange', 'online', 'offline'])
  addEventListener(name, draw);
addEventListener('blur', () => {
  if (chat.room && chat.room.unread === 0)
    chat.room.divider = Infinity;
});
draw();
nickInput.focus();
