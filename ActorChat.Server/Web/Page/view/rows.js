// What the list shows, as rows: messages, days, who came and left, what is missing, what waits to be sent.

import { avatar, el, tint } from './dom.js';
import { fold, mentions, parts } from '../chat/names.js';
import { dayOf, fullTime, t, timeOf } from '../texts.js';

/** @typedef {import('../chat/room.js').Entry} Entry */
/** @typedef {import('../chat/room.js').Room} Room */
/** @typedef {import('../chat/outbox.js').Unsent} Unsent */

/**
 * @typedef {object} Row
 * @property {string} key the same for as long as the row is the same
 * @property {string} look differs when it has to be drawn again
 * @property {() => HTMLLIElement} make
 */

/** Lines of one author within this time stand together. */
const TOGETHER = 5 * 60_000;

/**
 * The rows of a part of the entries.
 * @param {Room} room @param {number} from @param {number} to @param {Unsent[]} unsent @param {string} me
 * @returns {Row[]}
 */
export function describe(room, from, to, unsent, me) {
  /** @type {Row[]} */
  const rows = [];
  const gaps = room.gaps();
  let gap = 0;
  while (from > 0 && gap < gaps.length && gaps[gap].to < room.entries[from].place)
    gap++;
  if (from === 0 && gaps[0]?.from !== 1 && (room.entries.length > 0 || room.held.length > 0) && !room.isPrivate)
    rows.push(simple('beginning', 'note', t.beginning));

  let day = '';
  let divided = room.divider === Infinity;
  /** @type {Entry | null} */
  let last = null;
  for (let i = from; i < to; i++) {
    const entry = room.entries[i];
    for (; gap < gaps.length && gaps[gap].to < entry.place; gap++) {
      rows.push(gapRow(gaps[gap]));
      last = null;
    }
    const today = dayOf(entry.at);
    if (today !== day) {
      day = today;
      rows.push(simple('d' + new Date(entry.at).toDateString() + entry.key, 'day', today));
      last = null;
    }
    if (!divided && entry.kind === 'message' && fold(entry.nick) !== fold(me) && room.position(entry) > room.divider) {
      divided = true;
      rows.push(simple('new', 'new', t.newLine));
      last = null;
    }
    if (entry.kind === 'in' || entry.kind === 'out') {
      const group = [entry];
      while (i + 1 < to && isComing(room.entries[i + 1]) && dayOf(room.entries[i + 1].at) === day)
        group.push(room.entries[++i]);
      rows.push(comings(group));
      last = null;
    } else if (entry.kind === 'message') {
      const together = last !== null && fold(last.nick) === fold(entry.nick) && entry.at - last.at < TOGETHER;
      rows.push(message(entry, together, me));
      last = entry;
    } else {
      rows.push(entry.kind === 'topic'
        ? simple(entry.key, 'note', t.topicSet(entry.nick, entry.text))
        : simple(entry.key, entry.text.includes('\n') ? 'notice table' : 'notice', entry.text || t.lostCommand(entry.nick)));
      last = null;
    }
  }
  if (to === room.entries.length)
    rows.push(...unsent.map(one => unsentRow(one, me)));
  return rows;
}

/** @param {Entry} entry */
const isComing = entry => entry.kind === 'in' || entry.kind === 'out';

/** @param {string} key @param {string} kind @param {string} text @returns {Row} */
const simple = (key, kind, text) =>
  ({ key, look: text, make: () => el('li', { className: 'row ' + kind }, el('span', { dir: 'auto' }, text)) });

/** @param {{from: number, to: number}} gap @returns {Row} */
function gapRow(gap) {
  return {
    key: 'gap' + gap.to, look: String(gap.from), make: () => {
      const button = el('button', { type: 'button', className: 'quiet' }, gap.from === 1 ? t.loading : t.loadMissing);
      const row = el('li', { className: 'row gap' }, button);
      row.dataset.from = String(gap.from);
      row.dataset.to = String(gap.to);
      return row;
    },
  };
}

/** @param {Entry[]} group @returns {Row} */
function comings(group) {
  return {
    key: group[0].key, look: String(group.length), make: () => {
      // The last that each did is what counts.
      const lastOf = new Map(group.filter(entry => entry.nick).map(entry => [fold(entry.nick), entry]));
      const texts = [];
      for (const kind of ['in', 'out']) {
        for (const login of [true, false]) {
          const names = [...lastOf.values()].filter(entry => entry.kind === kind && entry.login === login).map(entry => entry.nick);
          const others = group.filter(entry => entry.kind === kind && entry.login === login).reduce((sum, entry) => sum + (entry.count ?? 0), 0);
          if (names.length + others > 0)
            texts.push((kind === 'in' ? t.came : t.left)(names, others, login));
        }
      }
      const summary = texts.join(' · ');
      if (group.length === 1)
        return el('li', { className: 'row note' }, el('span', { dir: 'auto' }, summary));
      const lines = group.map(entry => el('p', { dir: 'auto' }, timeOf(entry.at) + ' · '
        + (entry.kind === 'in' ? t.came : t.left)(entry.nick ? [entry.nick] : [], entry.count ?? 0, entry.login === true)));
      return el('li', { className: 'row note' }, el('details', null, el('summary', { dir: 'auto' }, summary), ...lines));
    },
  };
}

/** @param {Entry} entry @param {boolean} together @param {string} me @returns {Row} */
function message(entry, together, me) {
  const own = fold(entry.nick) === fold(me);
  return {
    key: entry.key, look: `${together}`, make: () => {
      const called = !own && mentions(entry.text, me).length > 0;
      const row = line(entry.nick, entry.text, entry.at, together, me);
      row.classList.toggle('own', own);
      row.classList.toggle('called', called);
      if (entry.kept)
        row.append(el('p', { className: 'state' }, t.kept));
      row.dataset.id = String(entry.place);
      return row;
    },
  };
}

/** @param {string} nick @param {string} text @param {number} at @param {boolean} together @param {string} me */
function line(nick, text, at, together, me) {
  const time = el('time', { dateTime: new Date(at).toISOString(), title: fullTime(at) }, timeOf(at));
  const words = el('p', { className: 'text', dir: 'auto' }, ...parts(text, me).map(part =>
    part.kind === 'link' ? el('a', { href: part.text, target: '_blank', rel: 'noopener noreferrer nofollow' }, part.text)
      : part.kind === 'mention' ? el('mark', null, part.text) : part.text));
  return together
    ? el('li', { className: 'row msg together' }, time, el('div', { className: 'body' }, el('bdi', { className: 'unseen' }, nick + ':'), words))
    : el('li', { className: 'row msg' }, avatar(nick),
      el('div', { className: 'body' }, el('p', { className: 'by' }, tint(el('bdi', { className: 'nick' }, nick), nick), time), words));
}

/** @param {Unsent} unsent @param {string} me @returns {Row} */
function unsentRow(unsent, me) {
  const text = { waiting: t.waiting, sent: t.sending, stored: '', failed: unsent.error ?? t.failed, unsure: t.unsure }[unsent.state];
  return {
    key: 'c' + unsent.cid, look: unsent.state + text, make: () => {
      const row = line(me, unsent.text, unsent.at, false, me);
      row.classList.add('own', 'unsent', unsent.state);
      row.dataset.cid = unsent.cid;
      const state = el('p', { className: 'state' }, el('span', null, text));
      const actions = unsent.state === 'failed' || unsent.state === 'unsure'
        ? [['again', t.again], ['edit', t.takeBack], ['discard', t.discard]] : unsent.state === 'waiting' ? [['edit', t.takeBack]] : [];
      for (const [action, label] of actions) {
        const button = el('button', { type: 'button', className: 'quiet' }, label);
        button.dataset.action = action;
        state.append(button);
      }
      row.querySelector('.body')?.append(state);
      return row;
    },
  };
}
