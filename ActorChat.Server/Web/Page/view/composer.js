// The box where one writes: drafts by room, completion, what was written before. What is typed is never lost.

import { byId, el } from './dom.js';
import { fold } from '../chat/names.js';
import { t } from '../texts.js';
import { isSecret } from '../chat/typed.js';

const DRAFTS = 'actorchat.drafts';

const MOST_HISTORY = 50, MOST_CHOICES = 8;

export class Composer {
  /** @type {Map<string, string>} */
  #drafts = new Map(Object.entries(JSON.parse(sessionStorage.getItem(DRAFTS) ?? '{}')));

  /** Own lines by room, the newest first. @type {Map<string, string[]>} */
  #sent = new Map();
  #recalled = -1;
  #key = '';

  /** @type {{text: string, label: string, hint: string}[]} */
  #choices = [];
  #choice = -1;

  /**
   * The word that Tab completes, while it is pressed again and again.
   * @type {{start: number, end: number, names: string[], index: number} | null}
   */
  #cycle = null;

  #input = /** @type {HTMLTextAreaElement} */ (byId('input'));
  #list = byId('choices');

  /** @param {{onSend: (text: string) => boolean, names: () => string[], announce: (text: string) => void}} handlers */
  constructor(handlers) {
    this.handlers = handlers;
    const input = this.#input;
    byId('composer').addEventListener('submit', event => {
      event.preventDefault();
      this.#submit();
    });
    input.addEventListener('input', () => this.#changed());
    input.addEventListener('keydown', event => this.#keyDown(event));
    input.addEventListener('blur', () => this.#show([]));
    this.#list.addEventListener('mousedown', event => {
      event.preventDefault();
      const index = [...this.#list.children].indexOf(/** @type {HTMLElement} */ (event.target).closest('li') ?? this.#list);
      if (index >= 0)
        this.#choose(index);
    });
  }

  focus() {
    this.#input.focus();
  }

  get isChoosing() {
    return this.#choices.length > 0;
  }

  /** @param {string} key @param {string} label */
  open(key, label) {
    if (key !== this.#key) {
      this.#key = key;
      this.#recalled = -1;
      this.#cycle = null;
      this.#put(this.#drafts.get(key) ?? '');
      this.#show([]);
    }
    this.#input.placeholder = label;
    this.#input.setAttribute('aria-label', label);
  }

  /** Puts a text back that was not sent, before what is there. @param {string} text */
  takeBack(text) {
    this.#put(this.#input.value === '' ? text : text + '\n' + this.#input.value);
    this.#save();
    this.focus();
  }

  /** Forgets all drafts. */
  clear() {
    this.#drafts.clear();
    sessionStorage.removeItem(DRAFTS);
    this.#put('');
    this.#key = '';
  }

  /** @param {string} text */
  #put(text) {
    this.#input.value = text;
    this.#fit();
  }

  #fit() {
    // The style sheet limits the height.
    const input = this.#input;
    input.style.setProperty('height', 'auto');
    input.style.setProperty('height', input.scrollHeight + 'px');
  }

  #changed() {
    this.#recalled = -1;
    this.#cycle = null;
    this.#fit();
    this.#save();
    this.#suggest();
  }

  #save() {
    const text = this.#input.value;
    if (text === '' || isSecret(text))
      this.#drafts.delete(this.#key);
    else
      this.#drafts.set(this.#key, text);
    sessionStorage.setItem(DRAFTS, JSON.stringify(Object.fromEntries(this.#drafts)));
  }

  #submit() {
    const text = this.#input.value;
    if (text.trim() === '')
      return;
    // Each line is a message. What could not be taken stays.
    const lines = text.split(/[\r\n]+/u).filter(line => line.trim() !== '');
    let taken = 0;
    while (taken < lines.length && this.handlers.onSend(lines[taken]))
      this.#remember(lines[taken++]);
    if (taken > 0) {
      this.#put(lines.slice(taken).join('\n'));
      this.#save();
    }
    this.#show([]);
  }

  /** @param {string} line */
  #remember(line) {
    if (isSecret(line))
      return;
    const sent = (this.#sent.get(this.#key) ?? []).filter(one => one !== line);
    this.#sent.set(this.#key, [line, ...sent].slice(0, MOST_HISTORY));
    this.#recalled = -1;
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    if (event.isComposing)
      return;
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key === 'Enter' && plain && !event.shiftKey) {
      event.preventDefault();
      if (this.#choice >= 0)
        this.#choose(this.#choice);
      else
        this.#submit();
    } else if (event.key === 'Tab' && plain && this.#complete(event.shiftKey)) {
      event.preventDefault();
    } else if (event.key === 'Escape' && this.isChoosing) {
      event.preventDefault();
      event.stopPropagation();
      this.#show([]);
    } else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && plain && !event.shiftKey) {
      const step = event.key === 'ArrowUp' ? -1 : 1;
      if (this.isChoosing ? this.#mark(step) : this.#recall(-step))
        event.preventDefault();
    }
  }

  /** @param {number} step 1: older */
  #recall(step) {
    const sent = this.#sent.get(this.#key) ?? [];
    const index = this.#recalled + step;
    if ((this.#recalled < 0 && this.#input.value !== '') || index < -1 || index >= sent.length)
      return false;
    this.#put(index < 0 ? '' : sent[index]);
    this.#save();
    this.#recalled = index;
    return true;
  }

  // Completion

  #suggest() {
    const text = this.#input.value.slice(0, this.#input.selectionStart);
    const command = /^\s*[/／](\S*)$/u.exec(text);
    const name = /(?:^|\s)[@#]([^\s@#]*)$/u.exec(text);
    if (command)
      this.#show(t.commands.filter(([verb]) => verb.startsWith('/' + command[1].toLowerCase()))
        .map(([verb, hint]) => ({ text: verb + ' ', label: verb, hint })));
    else if (name && this.#input.selectionStart === this.#input.value.length)
      this.#show(this.#namesFrom(name[1]).map(one => ({ text: one + ' ', label: one, hint: '' })));
    else
      this.#show([]);
  }

  /** @param {string} beginning */
  #namesFrom(beginning) {
    const wanted = fold(beginning);
    return this.handlers.names().filter(name => fold(name).startsWith(wanted));
  }

  /** @param {{text: string, label: string, hint: string}[]} choices */
  #show(choices) {
    this.#choices = choices.slice(0, MOST_CHOICES);
    this.#choice = -1;
    this.#list.hidden = this.#choices.length === 0;
    this.#list.replaceChildren(...this.#choices.map((choice, index) => el('li', { role: 'option', id: 'choice' + index, 'aria-selected': 'false' },
      el('b', { dir: 'auto' }, choice.label), el('span', null, choice.hint))));
    this.#input.removeAttribute('aria-activedescendant');
  }

  /** @param {number} step */
  #mark(step) {
    const count = this.#choices.length;
    this.#choice = this.#choice < 0 ? (step > 0 ? 0 : count - 1) : (this.#choice + step + count) % count;
    for (const [index, item] of [...this.#list.children].entries())
      item.setAttribute('aria-selected', String(index === this.#choice));
    this.#input.setAttribute('aria-activedescendant', 'choice' + this.#choice);
    return true;
  }

  /** @param {number} index */
  #choose(index) {
    const caret = this.#input.selectionStart;
    const before = this.#input.value.slice(0, caret);
    const start = /\S*$/u.exec(before)?.index ?? caret;
    // The sign of a private message stays, and that of a mention.
    const sign = /^[@#]/u.exec(before.slice(start))?.[0] ?? '';
    this.#replace(start, caret, sign + this.#choices[index].text);
    this.#show([]);
    this.#save();
  }

  /** @param {number} start @param {number} end @param {string} text */
  #replace(start, end, text) {
    this.#input.setRangeText(text, start, end, 'end');
    this.#fit();
  }

  // Tab leaves the box where there is nothing to complete: nobody is caught in it.
  /** @param {boolean} back */
  #complete(back) {
    const caret = this.#input.selectionStart;
    if (!this.#cycle) {
      if (back)
        return false;
      if (this.#choice >= 0) {
        this.#choose(this.#choice);
        return true;
      }
      const before = this.#input.value.slice(0, caret);
      const start = /\S*$/u.exec(before)?.index ?? caret;
      const word = before.slice(start);
      if (word === '')
        return false;
      const isCommand = /^[/／]/u.test(word) && before.trim() === word;
      const sign = /^[@#]/u.exec(word)?.[0] ?? '';
      const names = isCommand
        ? t.commands.map(([verb]) => verb).filter(verb => verb.startsWith('/' + word.slice(1).toLowerCase())).map(verb => verb + ' ')
        : this.#namesFrom(word.slice(sign.length)).map(name => sign + name + (start === 0 && sign === '' ? ': ' : ' '));
      if (names.length === 0)
        return false;
      this.#cycle = { start, end: caret, names, index: -1 };
    }
    const cycle = this.#cycle;
    cycle.index = (cycle.index + (back ? -1 : 1) + cycle.names.length) % cycle.names.length;
    const name = cycle.names[cycle.index];
    this.#replace(cycle.start, cycle.end, name);
    cycle.end = cycle.start + name.length;
    this.#show([]);
    this.#save();
    this.handlers.announce(name);
    if (cycle.names.length === 1)
      this.#cycle = null;
    return true;
  }
}
