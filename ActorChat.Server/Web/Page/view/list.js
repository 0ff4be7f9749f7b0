// The list of messages: a window of rows over what a room has. What is being read never moves when something is added.

import { indexOf } from '../chat/room.js';
import { describe } from './rows.js';

/** @typedef {import('../chat/room.js').Entry} Entry */
/** @typedef {import('../chat/room.js').Room} Room */

/** Entries in the document, at the start, with each step of scrolling, and at most. */
const FIRST = 80, STEP = 60, MOST = 300;

/** Pixels from an edge at which more is fetched. */
const NEAR = 700;

/** Pixels from the end that still count as the end. */
const AT_END = 40;

export class MessageList {
  /** Whether the end is shown, and stays shown. */
  following = true;

  /** @type {Room | null} */
  #room = null;

  /** The first and last entry in the document. null: as many as usual; the newest. @type {Entry | null} */
  #top = null;
  /** @type {Entry | null} */
  #bottom = null;

  /** @type {Map<string, {element: HTMLLIElement, look: string}>} */
  #rows = new Map();

  /** Where one was reading, by room. @type {Map<string, {top: Entry | null, bottom: Entry | null, key: string, offset: number}>} */
  #places = new Map();

  /** @type {import('../chat/outbox.js').Unsent[]} */
  #unsent = [];
  #me = '';

  /**
   * @param {HTMLElement} scroller @param {HTMLOListElement} list
   * @param {{onGap: (gap: {from: number, to: number}, fromAbove: boolean) => void, onScroll: () => void}} handlers
   */
  constructor(scroller, list, handlers) {
    this.scroller = scroller;
    this.list = list;
    this.handlers = handlers;
    scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.following && this.toEnd()).observe(scroller);
    list.addEventListener('click', event => {
      const row = event.target instanceof HTMLButtonElement ? event.target.closest('.gap') : null;
      if (row instanceof HTMLElement)
        this.#ask(row);
    });
  }

  /** Whether the line "new" stands above what is in view. */
  get newIsAbove() {
    const room = this.#room;
    if (!room || room.divider === Infinity)
      return false;
    const row = this.#rows.get('new')?.element;
    if (row)
      return row.offsetTop + row.offsetHeight < this.scroller.scrollTop;
    const top = room.entries[this.#range().from];
    return top !== undefined && room.position(top) > room.divider;
  }

  /** Opens a room where one was reading it, at the first unread line, or at its end. @param {Room | null} room */
  open(room) {
    this.#remember();
    this.#room = room;
    this.#top = this.#bottom = null;
    this.following = true;
    this.#rows.clear();
    this.list.replaceChildren();
    if (!room)
      return;
    const place = this.#places.get(room.key);
    this.#places.delete(room.key);
    if (place) {
      ({ top: this.#top, bottom: this.#bottom } = place);
      this.following = false;
    }
    this.#draw();
    const anchor = place && this.#rows.get(place.key)?.element;
    if (anchor)
      this.scroller.scrollTop = anchor.offsetTop - place.offset;
    else
      this.toUnread();
  }

  /** Shows the first unread line, if it is here and not all of them fit in. */
  toUnread() {
    this.toEnd();
    const row = this.#rows.get('new')?.element;
    if (row && row.offsetTop < this.scroller.scrollTop) {
      this.following = false;
      this.scroller.scrollTop = row.offsetTop - 8;
    }
  }

  toEnd() {
    this.following = true;
    if (this.#bottom !== null) {
      this.#top = this.#bottom = null;
      this.#draw();
    }
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** Shows a message, with what is around it. @param {number} id */
  toMessage(id) {
    const room = this.#room;
    if (!room)
      return;
    const index = room.entries.findIndex(entry => entry.order === 0 && entry.place >= id);
    if (index < 0)
      return;
    this.following = false;
    this.#set(Math.max(0, index - STEP), Math.min(room.entries.length, index + STEP));
    this.#draw();
    const row = this.#rows.get(room.entries[index].key)?.element;
    if (!row)
      return;
    this.scroller.scrollTop = row.offsetTop - this.scroller.clientHeight / 3;
    this.list.querySelector('.found')?.classList.remove('found');
    // Without this the same row would not begin again.
    void row.offsetWidth;
    row.classList.add('found');
    this.#scrolled();
  }

  /** @param {-1 | 1} direction */
  page(direction) {
    this.scroller.scrollBy({ top: direction * this.scroller.clientHeight * 0.85 });
  }

  /** Draws what has changed. @param {import('../chat/outbox.js').Unsent[]} unsent @param {string} me */
  update(unsent, me) {
    this.#unsent = unsent;
    this.#me = me;
    if (!this.#room)
      return;
    const anchor = this.following ? null : this.#anchor();
    this.#draw(anchor?.key);
    if (this.following)
      this.scroller.scrollTop = this.scroller.scrollHeight;
    else
      this.#restore(anchor);
    this.#extend();
  }

  #remember() {
    const anchor = this.#room && !this.following && this.#anchor();
    if (this.#room && anchor)
      this.#places.set(this.#room.key, { top: this.#top, bottom: this.#bottom, key: anchor.key, offset: anchor.offset });
  }

  // The first row that is in view, and how far its top is from that of the view.
  #anchor() {
    const top = this.scroller.scrollTop;
    for (const [key, { element }] of this.#rows) {
      if (element.offsetTop + element.offsetHeight > top && !element.matches('.day, .gap, .new'))
        return { key, offset: element.offsetTop - top };
    }
    return null;
  }

  /** @param {{key: string, offset: number} | null} anchor */
  #restore(anchor) {
    const element = anchor && this.#rows.get(anchor.key)?.element;
    if (element && element.offsetTop - this.scroller.scrollTop !== anchor.offset)
      this.scroller.scrollTop = element.offsetTop - anchor.offset;
  }

  #range() {
    const entries = this.#room?.entries ?? [];
    const to = this.#bottom === null ? entries.length : Math.min(entries.length, indexOf(entries, this.#bottom) + 1);
    const from = this.#top === null ? Math.max(0, to - FIRST) : Math.min(indexOf(entries, this.#top), to);
    return { from, to };
  }

  /** @param {number} from @param {number} to */
  #set(from, to) {
    const entries = this.#room?.entries ?? [];
    this.#top = entries[from] ?? null;
    this.#bottom = to >= entries.length ? null : entries[to - 1];
  }

  /** @param {string} [anchor] key of the row that stays in view when there are too many */
  #draw(anchor) {
    const room = this.#room;
    if (!room)
      return;
    let { from, to } = this.#range();
    if (to - from > MOST) {
      if (this.following) {
        from = to - MOST;
      } else {
        const read = room.entries.findIndex(entry => entry.key === anchor);
        from = Math.max(from, Math.min(read < 0 ? from : read - MOST / 2, to - MOST));
        to = from + MOST;
      }
    }
    this.#set(from, to);

    const wanted = describe(room, from, to, this.#unsent, this.#me);
    const rows = /** @type {Map<string, {element: HTMLLIElement, look: string}>} */ (new Map());
    let next = this.list.firstElementChild;
    for (const row of wanted) {
      const there = this.#rows.get(row.key);
      let element = there?.element;
      if (!there || there.look !== row.look) {
        element = row.make();
        if (there?.element.querySelector('details')?.open)
          element.querySelector('details')?.setAttribute('open', '');
        if (there) {
          if (next === there.element)
            next = element;
          there.element.replaceWith(element);
        }
      }
      const placed = /** @type {HTMLLIElement} */ (element);
      if (next === placed)
        next = placed.nextElementSibling;
      else
        this.list.insertBefore(placed, next);
      rows.set(row.key, { element: placed, look: row.look });
    }
    for (const [key, { element }] of this.#rows) {
      if (!rows.has(key))
        element.remove();
    }
    this.#rows = rows;
  }

  #scrolled() {
    if (!this.#room)
      return;
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.following = this.#bottom === null && scrollHeight - clientHeight - scrollTop <= AT_END;
    this.#extend();
    this.handlers.onScroll();
  }

  // Draws more where an edge is near, and asks for what is missing there.
  #extend() {
    const room = this.#room;
    if (!room || this.scroller.clientHeight === 0)
      return;
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const rest = scrollHeight - clientHeight - scrollTop;
    const { from, to } = this.#range();
    if (scrollTop < NEAR && from > 0)
      this.#move(Math.max(0, from - STEP), Math.min(to, from - STEP + MOST));
    else if (rest < NEAR && to < room.entries.length)
      this.#move(Math.max(from, to + STEP - MOST), Math.min(room.entries.length, to + STEP));
    this.#fetchVisible();
  }

  /** @param {number} from @param {number} to */
  #move(from, to) {
    const anchor = this.#anchor();
    this.#set(from, to);
    this.#draw(anchor?.key);
    this.#restore(anchor);
  }

  #fetchVisible() {
    for (const row of this.list.querySelectorAll('.gap')) {
      const element = /** @type {HTMLElement} */ (row);
      const top = element.offsetTop - this.scroller.scrollTop;
      if (top > -NEAR && top < this.scroller.clientHeight + NEAR)
        return this.#ask(element);
    }
  }

  /** @param {HTMLElement} row of a gap */
  #ask(row) {
    const fromAbove = row.offsetTop - this.scroller.scrollTop > this.scroller.clientHeight / 2;
    this.handlers.onGap({ from: Number(row.dataset.from), to: Number(row.dataset.to) }, fromAbove);
  }
}
