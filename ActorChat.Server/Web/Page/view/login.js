// The form by which one joins.

import { byId, setText } from './dom.js';
import { t } from '../texts.js';

export class Login {
  #nick = /** @type {HTMLInputElement} */ (byId('nick'));
  #password = /** @type {HTMLInputElement} */ (byId('password'));
  #passwordPart = byId('password-part');

  /** The server admits registered nicknames only: this one is to be registered. */
  #isNew = false;

  /** @param {string} nick @param {(nick: string, password: string, isNew: boolean) => void} onEnter */
  constructor(nick, onEnter) {
    for (const [id, text] of Object.entries({
      'login-lead': t.login.lead, 'nick-label': t.login.nick, 'nick-hint': t.login.nickHint,
      'password-label': t.login.password, 'login-go': t.login.go,
    }))
      setText(byId(id), text);
    this.#nick.value = nick;
    // Another nickname may need none.
    this.#nick.addEventListener('input', () => this.#ask(''));
    byId('login-form').addEventListener('submit', event => {
      event.preventDefault();
      const nick = this.#nick.value.trim();
      if (nick === '')
        this.#nick.focus();
      else
        onEnter(nick, this.#passwordPart.hidden ? '' : this.#password.value, this.#isNew);
    });
  }

  /** @param {string} code why a password may be wanted */
  #ask(code) {
    this.#isNew = code === 'registration-required' || (this.#isNew && /^password-(too|not)/u.test(code));
    this.#passwordPart.hidden = !this.#isNew && !code.includes('password');
    this.#password.autocomplete = this.#isNew ? 'new-password' : 'current-password';
    setText(byId('login-go'), this.#isNew ? t.login.register : t.login.go);
  }

  focus() {
    (this.#passwordPart.hidden ? this.#nick : this.#password).focus();
  }

  /** @param {string} text of what is under way */
  status(text) {
    setText(byId('login-status'), text);
    setText(byId('login-error'), '');
  }

  /** @param {string} code @param {string} text */
  refused(code, text) {
    this.#ask(code);
    this.#password.value = '';
    setText(byId('login-status'), '');
    setText(byId('login-error'), text);
  }

  done() {
    this.#password.value = '';
    this.#ask('');
    this.status('');
  }
}
