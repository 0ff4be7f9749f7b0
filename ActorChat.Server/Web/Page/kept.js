// What is kept in the browser, never a password: for good by nickname, and for the tab over a reload.

import { fold } from './chat/names.js';

/** @typedef {import('./chat/state.js').Chat} Chat */

/** The last nickname, and by nickname the rooms with what was read. */
const NICK = 'actorchat.nick', ROOMS = 'actorchat.rooms.';

/** What is not sent yet, private conversations, the open room. */
const SESSION = 'actorchat.session';

// The browser gives five million characters.
const MOST_PRIVATE = 100, MOST_CONVERSATIONS = 20;

/** @param {string | null} text */
const parse = text => text === null ? null : JSON.parse(text);

export const lastNick = () => localStorage.getItem(NICK) ?? '';

/** @param {string} nick */
export const roomsOf = nick => parse(localStorage.getItem(ROOMS + fold(nick))) ?? undefined;

/** What this tab had before it was loaded anew. */
export const session = parse(sessionStorage.getItem(SESSION));

/** @param {Chat} chat */
export function keep(chat) {
  if (chat.phase === 'in') {
    localStorage.setItem(NICK, chat.nick);
    localStorage.setItem(ROOMS + fold(chat.nick), JSON.stringify(chat.save()));
  }
  sessionStorage.setItem(SESSION, JSON.stringify({
    nick: chat.nick, current: chat.current, outbox: chat.outbox.lines, ended: chat.phase === 'ended',
    privates: [...chat.rooms.values()].filter(room => room.isPrivate).slice(-MOST_CONVERSATIONS)
      .map(room => ({ name: room.name, read: room.readId, entries: room.entries.slice(-MOST_PRIVATE) })),
  }));
}

export const forgetSession = () => sessionStorage.removeItem(SESSION);

let isRestored = false;

/** Puts back what the tab had. Once only: after a lost connection the page itself still has everything. @param {Chat} chat */
export function restore(chat) {
  if (!isRestored && session && fold(session.nick) === fold(chat.nick))
    chat.restore(session);
  isRestored = true;
}
