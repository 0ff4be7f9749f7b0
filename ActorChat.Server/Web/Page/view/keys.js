// The keys that work everywhere on the page. The help lists them.

import { byId } from './dom.js';

/**
 * @param {() => boolean} isOn
 * @param {{otherRoom: (step: number, unreadOnly: boolean) => void, escape: () => void, search: () => void, join: () => void,
 *          help: () => void, page: (direction: -1 | 1) => void}} actions
 */
export function watchKeys(isOn, actions) {
  document.addEventListener('keydown', event => {
    if (event.isComposing || !isOn())
      return;
    const { key } = event;
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown'))
      actions.otherRoom(key === 'ArrowUp' ? -1 : 1, event.shiftKey);
    else if (control && key.toLowerCase() === 'k')
      actions.search();
    else if (control && key.toLowerCase() === 'j')
      actions.join();
    else if (key === 'F1')
      actions.help();
    // The list scrolls itself where it has the focus.
    else if ((key === 'PageUp' || key === 'PageDown') && event.target !== byId('scroller'))
      actions.page(key === 'PageUp' ? -1 : 1);
    else if (key === 'Escape')
      actions.escape();
    else
      return;
    event.preventDefault();
  });
}
