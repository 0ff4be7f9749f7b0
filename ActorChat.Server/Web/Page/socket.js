// The connection: opens, notices when it is dead, comes back with growing pauses.

/** @typedef {import('./chat/state.js').Wire} Wire */

const FIRST_PAUSE = 700, LONGEST_PAUSE = 30_000;

/** The server answers everything within five seconds. */
const LONGEST_SILENCE = 12_000;

/** A network that is gone without a word is noticed by this. */
const PROBE_EVERY = 25_000;

export class Connection {
  /** @type {WebSocket | null} */
  #socket = null;
  #attempt = 0;
  #wanted = false;
  #retry = 0;
  #silence = 0;
  #probe = 0;

  /**
   * @param {string} url
   * @param {{onOpen: () => void, onMessage: (message: Wire) => void, onBatchEnd: () => void, onLost: (pause: number | null) => void,
   *          onProbe: () => void}} handlers pause: milliseconds until the next attempt; null: there is none
   */
  constructor(url, handlers) {
    this.url = url;
    this.handlers = handlers;
    addEventListener('online', () => this.retryNow());
    addEventListener('offline', () => this.#check());
    document.addEventListener('visibilitychange', () => document.hidden || this.#check());
    addEventListener('pageshow', () => this.#check());
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** @param {Wire} message */
  send(message) {
    if (!this.#socket || !this.isOpen)
      return false;
    this.#socket.send(JSON.stringify(message));
    // Any answer counts, since answers come in order.
    this.#silence ||= window.setTimeout(() => this.#drop(), LONGEST_SILENCE);
    return true;
  }

  open() {
    this.#wanted = true;
    clearTimeout(this.#retry);
    if (this.#socket)
      return;
    const socket = new WebSocket(this.url, 'actorchat.v1');
    this.#socket = socket;
    this.#silence = window.setTimeout(() => this.#drop(), LONGEST_SILENCE);
    socket.onopen = () => {
      this.#heard();
      this.#probe = window.setInterval(() => this.handlers.onProbe(), PROBE_EVERY);
      this.handlers.onOpen();
    };
    socket.onmessage = event => {
      this.#heard();
      for (const line of String(event.data).split('\n')) {
        if (line !== '')
          this.handlers.onMessage(JSON.parse(line));
      }
      this.handlers.onBatchEnd();
    };
    socket.onclose = () => this.#drop();
  }

  /** The server has let us in: the next pause is short again. */
  succeeded() {
    this.#attempt = 0;
  }

  /** No return after the end of this connection. */
  giveUp() {
    this.#wanted = false;
    clearTimeout(this.#retry);
  }

  close() {
    this.giveUp();
    this.#drop();
  }

  retryNow() {
    if (this.#wanted && !this.#socket)
      this.open();
    else
      this.#check();
  }

  #heard() {
    clearTimeout(this.#silence);
    this.#silence = 0;
  }

  // A phone that slept has a connection that looks alive. An answer has to come soon.
  #check() {
    if (this.isOpen) {
      this.handlers.onProbe();
      this.#heard();
      this.#silence = window.setTimeout(() => this.#drop(), LONGEST_SILENCE / 3);
    } else if (this.#wanted && !this.#socket && navigator.onLine) {
      this.open();
    }
  }

  #drop() {
    const socket = this.#socket;
    if (!socket)
      return;
    this.#socket = null;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    this.#heard();
    clearInterval(this.#probe);
    if (!this.#wanted)
      return this.handlers.onLost(null);
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#attempt++) * (0.5 + Math.random() / 2);
    this.#retry = window.setTimeout(() => this.open(), pause);
    this.handlers.onLost(pause);
  }
}
