// What is said to people who do not look: to screen readers, by notifications, in the title, below the box.

import { byId, el, setText } from './dom.js';
import { t } from '../texts.js';

const NOTIFY = 'actorchat.notify';

/** More lines than this within a second are told by number. */
const BURST = 3, GATHER = 1000;

const MOST_ANNOUNCED = 10, HINT_TIME = 8000;

/** Whether somebody looks at the page. */
export const isAttentive = () => document.visibilityState === 'visible' && document.hasFocus();

/** Reads a text out. @param {string} text */
export function announce(text) {
  const announcer = byId('announcer');
  announcer.append(el('p', { dir: 'auto' }, text));
  while (announcer.childElementCount > MOST_ANNOUNCED)
    announcer.firstElementChild?.remove();
}

/** @type {Map<string, {texts: string[], more: number}>} */
let gathered = new Map();
let gathering = 0;

/** Reads new lines of a room out: a few as they are, many by number. @param {string} name @param {string[]} texts @param {number} [more] */
export function announceLines(name, texts, more = 0) {
  const room = gathered.get(name) ?? { texts: [], more: 0 };
  gathered.set(name, { texts: [...room.texts, ...texts].slice(0, BURST + 1), more: room.more + more + texts.length });
  gathering ||= window.setTimeout(() => {
    for (const [name, { texts, more }] of gathered) {
      if (more > texts.length || more > BURST)
        announce(t.burst(name, more));
      else
        texts.forEach(announce);
    }
    gathered = new Map();
    gathering = 0;
  }, GATHER);
}

let hintTimer = 0;

/** Says below the box why something is not done. @param {string} text */
export function hint(text) {
  setText(byId('composer-hint'), text);
  clearTimeout(hintTimer);
  hintTimer = window.setTimeout(() => setText(byId('composer-hint'), ''), HINT_TIME);
}

// Chromium on Android has them for service workers only.
const isPossible = 'Notification' in window && isSecureContext && !/Android/u.test(navigator.userAgent);

const isWanted = () => isPossible && Notification.permission === 'granted' && localStorage.getItem(NOTIFY) !== 'off';

/** Notifications are asked for by this button only. */
export function watchNotifyButton() {
  byId('notify').addEventListener('click', async () => {
    if (Notification.permission === 'granted')
      localStorage.setItem(NOTIFY, isWanted() ? 'off' : 'on');
    else if (await Notification.requestPermission() === 'granted')
      localStorage.setItem(NOTIFY, 'on');
    drawNotifyButton();
  });
  drawNotifyButton();
}

function drawNotifyButton() {
  const button = byId('notify');
  button.hidden = !isPossible || Notification.permission === 'denied';
  button.setAttribute('aria-label', t.notify);
  button.setAttribute('aria-pressed', String(isWanted()));
  button.title = isWanted() ? t.notifyOff : t.notifyOn;
}

/** @param {string} title @param {string} text @param {string} tag one notification for each @param {() => void} onClick */
export function notify(title, text, tag, onClick) {
  if (!isWanted() || isAttentive())
    return;
  const notice = new Notification(title, { body: text, icon: 'icon.svg', tag });
  notice.onclick = () => {
    window.focus();
    onClick();
    notice.close();
  };
}
