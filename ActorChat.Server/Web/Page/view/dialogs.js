// The dialogs: rooms to join, search, topic, help, leaving. One at a time.

import { byId, el, setText } from './dom.js';
import { fold, roomKey } from '../chat/names.js';
import { shortTime, t } from '../texts.js';

/** @typedef {import('../chat/state.js').Chat} Chat */
/** @typedef {import('../chat/state.js').Happening} Happening */

export class Dialogs {
  #dialog = /** @type {HTMLDialogElement} */ (byId('dialog'));

  /** What an answer of the server changes in the dialog that is open. @type {((happening: Happening) => void) | null} */
  #onAnswer = null;

  /** @param {Chat} chat @param {{onLeave: () => void, announce: (text: string) => void, afterClose: () => void}} handlers */
  constructor(chat, handlers) {
    this.chat = chat;
    this.handlers = handlers;
    byId('dialog-close').addEventListener('click', () => this.close());
    this.#dialog.addEventListener('close', () => {
      this.#onAnswer = null;
      handlers.afterClose();
    });
    // A search field would take the first Esc for itself.
    this.#dialog.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        event.preventDefault();
        this.close();
      }
    });
    this.#dialog.addEventListener('click', event => event.target === this.#dialog && this.close());
  }

  get isOpen() {
    return this.#dialog.open;
  }

  close() {
    this.#dialog.close();
  }

  /** @param {Happening} happening */
  answer(happening) {
    this.#onAnswer?.(happening);
  }

  /** @param {string} title @param {...Node} content */
  #open(title, ...content) {
    setText(byId('dialog-title'), title);
    byId('dialog-body').replaceChildren(...content);
    byId('dialog-body').removeAttribute('tabindex');
    if (!this.#dialog.open)
      this.#dialog.showModal();
  }

  joinRoom() {
    const error = el('p', { className: 'error', role: 'alert' });
    const input = field({ maxLength: 64, autocapitalize: 'none', spellcheck: false });
    const list = el('ul', { className: 'found-rooms' });
    const more = el('button', { type: 'button', className: 'more', hidden: true }, t.more);
    const form = this.#form(t.roomName, input, t.join, t.joinHint, () => {
      const name = input.value.trim().replace(/^#/u, '');
      if (name !== '')
        this.#join(name, error);
    });
    let page = 1;
    more.addEventListener('click', () => this.chat.listRooms(++page));
    list.addEventListener('click', event => {
      const name = /** @type {HTMLElement} */ (event.target).closest('button')?.dataset.room;
      if (name !== undefined)
        this.#join(name, error);
    });
    this.#onAnswer = happening => {
      if (happening.type === 'joined')
        this.close();
      else if (happening.type === 'failed' && happening.kind === 'join')
        setText(error, happening.text);
      else if (happening.type === 'rooms') {
        if (happening.page === 1)
          list.replaceChildren();
        list.append(...happening.rooms.map((/** @type {any} */ room) => this.#roomRow(room)));
        more.hidden = happening.page >= happening.pages;
      }
    };
    this.#open(t.joinTitle, form, error, list, more);
    input.focus();
    this.chat.listRooms(1);
  }

  /** @param {string} name @param {HTMLElement} error */
  #join(name, error) {
    setText(error, '');
    if (this.chat.rooms.get(roomKey(name))?.joined) {
      this.chat.join(name);
      this.close();
    } else {
      this.chat.join(name);
    }
  }

  /** @param {{room: string, count: number, topic?: string}} room */
  #roomRow(room) {
    const isIn = this.chat.rooms.get(roomKey(room.room))?.joined === true;
    const button = el('button', { type: 'button' },
      el('span', { className: 'sign', 'aria-hidden': 'true' }, '#'),
      el('span', { className: 'what' },
        el('bdi', { className: 'name' }, room.room), el('span', { className: 'topic', dir: 'auto' }, room.topic ?? '')),
      el('span', { className: 'how-many' }, t.members(room.count), isIn ? ` · ${t.inIt}` : ''));
    button.dataset.room = room.room;
    return el('li', null, button);
  }

  /** @param {string} [words] */
  search(words = '') {
    const input = field({ type: 'search', maxLength: 256, value: words });
    const status = el('p', { className: 'hint', role: 'status' });
    const list = el('ol', { className: 'found-messages' });
    const more = el('button', { type: 'button', className: 'more', hidden: true }, t.more);
    let asked = '';
    /** @type {number | null} */
    let next = null;
    const go = () => {
      asked = input.value.trim();
      if (asked === '')
        return;
      list.replaceChildren();
      more.hidden = true;
      setText(status, this.chat.search(asked, null) ? t.loading : t.offline);
    };
    more.addEventListener('click', () => this.chat.search(asked, next));
    list.addEventListener('click', event => {
      const button = /** @type {HTMLElement} */ (event.target).closest('button');
      if (button?.dataset.room !== undefined) {
        this.close();
        this.chat.jump(roomKey(button.dataset.room), Number(button.dataset.id));
      }
    });
    this.#onAnswer = happening => {
      if (happening.type === 'failed' && happening.kind === 'search')
        setText(status, happening.text);
      if (happening.type !== 'found' || (happening.text !== undefined && happening.text !== asked))
        return;
      // The server gives the oldest first; the newest is what is looked for.
      list.append(...[...happening.items].reverse().map(item => this.#foundRow(item, asked)));
      next = happening.more ?? null;
      more.hidden = next === null;
      const indexed = happening.indexed !== undefined && happening.indexed < 1 ? ' ' + t.indexed(Math.floor(happening.indexed * 100)) : '';
      setText(status, (list.childElementCount === 0 ? t.nothingFound : t.found(list.childElementCount)) + indexed);
    };
    this.#open(t.searchTitle, this.#form(t.searchLabel, input, t.search, t.searchHint, go), status, list, more);
    input.focus();
    if (words !== '')
      go();
  }

  /** @param {{room: string, id: number, at: string, nick: string, text: string}} item @param {string} words */
  #foundRow(item, words) {
    const text = el('span', { className: 'text', dir: 'auto' });
    const wanted = new Set(words.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '').map(plain));
    for (const word of item.text.split(/([\p{L}\p{N}\p{M}]+)/u))
      text.append(wanted.has(plain(word)) ? el('mark', null, word) : word);
    const button = el('button', { type: 'button' },
      el('span', { className: 'where' },
        el('bdi', null, '#' + item.room), ' · ', el('bdi', { className: 'name' }, item.nick), ' · ', shortTime(Date.parse(item.at))),
      text);
    button.dataset.room = item.room;
    button.dataset.id = String(item.id);
    return el('li', null, button);
  }

  topic() {
    const room = this.chat.room;
    if (!room)
      return;
    const input = field({ maxLength: 256, value: room.topic });
    this.#open(t.topicTitle, this.#form(t.topicLabel, input, t.save, t.topicHint, () => {
      this.chat.setTopic(room.key, input.value.trim());
      this.close();
    }));
    input.select();
  }

  help() {
    const table = (/** @type {[string, string][]} */ rows) => el('dl', { className: 'keys' },
      ...rows.flatMap(([key, what]) => [el('dt', null, el('kbd', null, key)), el('dd', { dir: 'auto' }, what)]));
    this.#open(t.helpTitle,
      el('h3', null, t.keysTitle), table(t.keys), el('h3', null, t.commandsTitle), el('p', null, t.helpCommands), table(t.commands));
    // Nothing in it takes the focus, and it has to be scrolled by keys.
    byId('dialog-body').tabIndex = 0;
    byId('dialog-body').focus();
  }

  leave() {
    const yes = el('button', { type: 'button', className: 'primary' }, t.leave);
    const no = el('button', { type: 'button', className: 'secondary' }, t.cancel);
    yes.addEventListener('click', () => {
      this.close();
      this.handlers.onLeave();
    });
    no.addEventListener('click', () => this.close());
    this.#open(t.leaveTitle, el('p', null, t.leaveText), el('div', { className: 'buttons' }, no, yes));
    no.focus();
  }

  /** @param {string} label @param {HTMLInputElement} input @param {string} action @param {string} hint @param {() => void} onGo */
  #form(label, input, action, hint, onGo) {
    const form = el('form', { className: 'dialog-form' },
      el('label', { for: 'dialog-input' }, label),
      el('div', { className: 'line' }, input, el('button', { type: 'submit', className: 'primary' }, action)),
      el('p', { className: 'hint', id: 'dialog-hint' }, hint));
    form.addEventListener('submit', event => {
      event.preventDefault();
      onGo();
    });
    return form;
  }
}

/** @param {Record<string, any>} properties */
const field = properties => el('input', { id: 'dialog-input', dir: 'auto', 'aria-describedby': 'dialog-hint', ...properties });

/** Without case and accents, as the server searches. @param {string} word */
const plain = word => fold(word).normalize('NFD').replace(/\p{M}/gu, '');
