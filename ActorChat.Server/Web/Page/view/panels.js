// What stands around the messages: rooms and conversations, the head, who is here, the banner of the connection.

import { avatar, byId, el, setText } from './dom.js';
import { fold } from '../chat/names.js';
import { count, t } from '../texts.js';

/** @typedef {import('../chat/state.js').Chat} Chat */
/** @typedef {import('../chat/room.js').Room} Room */

const narrow = matchMedia('(max-width: 899px)');
const medium = matchMedia('(max-width: 1199px)');

export class Panels {
  /** @type {'' | 'side' | 'people'} */
  #drawer = '';

  /** @type {HTMLElement | null} */
  #opener = null;

  /** What was drawn last, so that lists that stay are left alone. */
  #drawn = { rooms: '', members: '' };

  /**
   * @param {{open: (key: string) => void, openPrivate: (nick: string) => void, moreMembers: () => void}} handlers
   */
  constructor(handlers) {
    this.handlers = handlers;
    /** @type {[string, string][]} */
    const names = [
      ['add-room', t.addRoom], ['help', t.help], ['leave', t.leave], ['show-side', t.showRooms], ['search', t.search],
      ['edit-topic', t.editTopic], ['send', t.send], ['dialog-close', t.close], ['choices', t.choices],
    ];
    for (const [id, name] of names)
      label(byId(id), name);
    for (const button of document.querySelectorAll('.close-drawer')) {
      label(/** @type {HTMLElement} */ (button), t.closeDrawer);
      button.addEventListener('click', () => this.closeDrawer());
    }
    for (const [id, text] of Object.entries({
      skip: t.skip, 'rooms-title': t.rooms, 'privates-title': t.privates, 'privates-empty': t.noPrivates, 'people-title': t.people,
      'more-members': t.moreMembers, 'join-again': t.joinAgain, 'not-in-text': t.notIn,
    }))
      setText(byId(id), text);
    byId('side').setAttribute('aria-label', t.nav);
    byId('people').setAttribute('aria-label', t.people);

    byId('show-side').addEventListener('click', () => this.#openDrawer('side'));
    byId('show-people').addEventListener('click', () => this.togglePeople());
    byId('shade').addEventListener('click', () => this.closeDrawer());
    byId('more-members').addEventListener('click', () => handlers.moreMembers());
    byId('skip').addEventListener('click', event => {
      event.preventDefault();
      byId('input').focus();
    });
    for (const id of ['rooms', 'privates']) {
      byId(id).addEventListener('click', event => {
        const key = closest(event, 'button')?.dataset.key;
        if (key !== undefined) {
          this.closeDrawer();
          handlers.open(key);
        }
      });
    }
    byId('members').addEventListener('click', event => {
      const nick = closest(event, 'button')?.dataset.nick;
      if (nick !== undefined) {
        this.closeDrawer();
        handlers.openPrivate(nick);
      }
    });
    narrow.addEventListener('change', () => this.#layOut());
    medium.addEventListener('change', () => this.#layOut());
    this.#layOut();
  }

  get isDrawerOpen() {
    return this.#drawer !== '';
  }

  showPeople() {
    if (medium.matches)
      this.#openDrawer('people');
    else
      byId('chat').classList.remove('no-people');
    this.#layOut();
  }

  togglePeople() {
    if (medium.matches)
      this.#openDrawer('people');
    else
      byId('chat').classList.toggle('no-people');
    this.#layOut();
  }

  /** @param {'side' | 'people'} name */
  #openDrawer(name) {
    this.#opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    this.#drawer = name;
    this.#layOut();
    /** @type {HTMLElement | null} */ (byId(name).querySelector('[aria-current], .close-drawer'))?.focus();
  }

  closeDrawer() {
    if (this.#drawer === '')
      return;
    this.#drawer = '';
    this.#layOut();
    this.#opener?.focus();
  }

  // What is not shown takes no focus; behind an open drawer nothing does.
  #layOut() {
    if (this.#drawer === 'side' && !narrow.matches || this.#drawer === 'people' && !medium.matches)
      this.#drawer = '';
    byId('side').classList.toggle('open', this.#drawer === 'side');
    byId('people').classList.toggle('open', this.#drawer === 'people');
    byId('side').inert = narrow.matches ? this.#drawer !== 'side' : this.#drawer !== '';
    byId('people').inert = medium.matches ? this.#drawer !== 'people' : byId('chat').classList.contains('no-people');
    byId('talk').inert = this.#drawer !== '';
    byId('shade').hidden = this.#drawer === '';
    byId('show-side').setAttribute('aria-expanded', String(this.#drawer === 'side'));
    byId('show-people').setAttribute('aria-expanded', String(!byId('people').inert));
  }

  /** @param {Chat} chat */
  update(chat) {
    const rooms = [...chat.rooms.values()];
    const drawn = JSON.stringify(rooms.map(room => [room.key, room.name, room.unread, room.calls.size, room.joined, room.key === chat.current]));
    if (drawn !== this.#drawn.rooms) {
      this.#drawn.rooms = drawn;
      this.#list(byId('rooms'), rooms.filter(room => !room.isPrivate), chat);
      this.#list(byId('privates'), rooms.filter(room => room.isPrivate), chat);
      byId('privates-empty').hidden = rooms.some(room => room.isPrivate);
      const others = rooms.filter(room => room.key !== chat.current && (room.isPrivate ? room.unread > 0 : room.calls.size > 0)).length;
      byId('menu-badge').hidden = others === 0;
      setText(byId('menu-badge'), count(others));
      setText(byId('my-nick'), chat.nick);
      byId('my-avatar').replaceChildren(avatar(chat.nick));
    }
    this.#head(chat.room);
    this.#members(chat.room, chat.nick);
  }

  /** @param {HTMLElement} list @param {Room[]} rooms @param {Chat} chat */
  #list(list, rooms, chat) {
    const hadFocus = list.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : undefined;
    list.replaceChildren(...rooms.map(room => {
      const isCurrent = room.key === chat.current;
      const button = el('button', { type: 'button', className: 'room' },
        room.isPrivate ? avatar(room.name) : el('span', { className: 'sign', 'aria-hidden': 'true' }, '#'),
        el('bdi', { className: 'name' }, room.name));
      button.dataset.key = room.key;
      button.classList.toggle('away', !room.isPrivate && !room.joined);
      if (isCurrent)
        button.setAttribute('aria-current', 'page');
      if (room.unread > 0) {
        const called = room.isPrivate || room.calls.size > 0;
        const shown = room.unread > 99 ? '99+' : count(room.unread);
        button.classList.add('unread');
        button.append(el('span', { className: called ? 'badge calls' : 'badge', 'aria-hidden': 'true' }, (room.calls.size > 0 ? '@ ' : '') + shown),
          el('span', { className: 'unseen' }, `, ${t.unread(room.unread)}${room.calls.size > 0 ? ', ' + t.called : ''}`));
      }
      return el('li', null, button);
    }));
    if (hadFocus !== undefined)
      /** @type {HTMLElement | undefined} */ ([...list.querySelectorAll('button')].find(button => button.dataset.key === hadFocus))?.focus();
  }

  /** @param {Room | undefined} room */
  #head(room) {
    setText(byId('room-name'), room?.name ?? '');
    byId('room-name').className = room?.isPrivate ? 'private' : '';
    setText(byId('room-topic'), room?.isPrivate ? t.privateWith : room?.topic || t.noTopic);
    byId('room-topic').title = room?.isPrivate ? '' : room?.topic ?? '';
    byId('room-topic').classList.toggle('none', !room?.topic);
    byId('edit-topic').hidden = !room || room.isPrivate || !room.joined;
    byId('show-people').hidden = !room || room.isPrivate;
    byId('part').hidden = !room;
    label(byId('part'), room?.isPrivate ? t.closePrivate : t.part);
    setText(byId('people-count'), room && !room.isPrivate ? count(room.count) : '');
    byId('show-people').setAttribute('aria-label', `${t.showPeople}: ${count(room?.count ?? 0)}`);
    byId('show-people').title = t.showPeople;
    byId('not-in').hidden = !room || room.isPrivate || room.joined;
    byId('chat').classList.toggle('private', room?.isPrivate === true);
  }

  /** @param {Room | undefined} room @param {string} me */
  #members(room, me) {
    const names = room && !room.isPrivate ? [...room.members.values()] : [];
    const drawn = JSON.stringify([room?.key, room?.count, room?.memberPage, names]);
    if (drawn === this.#drawn.members)
      return;
    this.#drawn.members = drawn;
    setText(byId('people-title'), room && !room.isPrivate ? `${t.people} · ${count(room.count)}` : t.people);
    const order = new Intl.Collator().compare;
    byId('members').replaceChildren(...names.sort(order).map(nick => {
      const isMe = fold(nick) === fold(me);
      const name = el('bdi', { className: 'name' }, nick);
      if (isMe)
        return el('li', null, el('div', { className: 'member' }, avatar(nick), name, el('span', { className: 'you' }, t.you)));
      const button = el('button', { type: 'button', className: 'member', title: t.talkTo(nick) }, avatar(nick), name);
      button.dataset.nick = nick;
      return el('li', null, button);
    }));
    byId('more-members').hidden = !room || room.isPrivate || room.memberPage >= room.memberPages || room.memberPage === 0;
  }

  /** What stands where nothing has been said. @param {Room | undefined} room @param {number} unsent */
  empty(room, unsent) {
    const isEmpty = !room || room.entries.length + unsent === 0 && !room.catching && room.gaps().length === 0;
    byId('empty').hidden = !isEmpty;
    byId('list').hidden = isEmpty;
    if (!isEmpty)
      return;
    const [big, small] = !room ? [t.noRoom, t.noRoomHint]
      : room.isPrivate ? [t.emptyPrivate(room.name), t.emptyPrivateHint] : [t.emptyRoom, t.emptyRoomHint];
    byId('empty').replaceChildren(
      el('img', { src: 'icon.svg', alt: '', width: 48, height: 48 }), el('p', { className: 'big', dir: 'auto' }, big), el('p', null, small));
  }

  /** @param {string} text nothing: no banner @param {string} action @param {'lost' | 'ended'} kind */
  banner(text, action = '', kind = 'lost') {
    const banner = byId('banner');
    banner.hidden = text === '';
    banner.dataset.kind = kind;
    setText(byId('banner-text'), text);
    byId('banner-go').hidden = action === '';
    setText(byId('banner-go'), action);
  }
}

/** @param {HTMLElement} element @param {string} text */
function label(element, text) {
  element.setAttribute('aria-label', text);
  element.title = text;
}

/** @param {Event} event @param {string} selector */
const closest = (event, selector) => /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest(selector));

