// Makes elements. Texts are always text: nothing here reads HTML.

import { hue, initials } from '../chat/names.js';

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Record<string, any> | null} [properties] names with a hyphen and "role" are attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.includes('-') || name === 'role' || name === 'for')
      element.setAttribute(name, value);
    else
      /** @type {any} */ (element)[name] = value;
  }
  element.append(...children);
  return element;
}

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
export const byId = id => /** @type {T} */ (document.getElementById(id));

/** @param {string} name */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', '#i-' + name);
  svg.append(use);
  return svg;
}

/** @template {HTMLElement} T @param {T} element @param {string} name */
export function tint(element, name) {
  element.style.setProperty('--hue', String(hue(name)));
  return element;
}

/** @param {string} name */
export const avatar = name => tint(el('span', { className: 'avatar', 'aria-hidden': 'true' }, initials(name)), name);

/** Sets a text only where it differs, so that nothing is read out twice. @param {HTMLElement} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text)
    element.textContent = text;
}
