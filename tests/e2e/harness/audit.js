// What a person with a screen reader, or with weak sight, would miss on the page as it is drawn now: a list of sentences.
// Called with the least contrast that text must have.
const [least] = arguments;
const faults = [];
const tell = (element, what) => {
  const place = element.closest('[aria-label], [id], [data-card]') ?? element;
  faults.push(`${what}: <${element.tagName.toLowerCase()} class="${element.className?.baseVal ?? element.className}"> “${(element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 30)}” in ${place.getAttribute('aria-label') ?? place.id ?? ''}`);
};
const isSeen = (element) => {
  if (element.closest('[inert]') !== null) return false;
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
};

// Names.
const textOf = (id) => document.getElementById(id)?.textContent?.trim() ?? '';
const nameOf = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by !== null) return by.split(/\s+/).map(textOf).join(' ').trim();
  const label = element.getAttribute('aria-label')?.trim();
  if (label) return label;
  if (element.labels?.length > 0) return [...element.labels].map((one) => one.textContent.trim()).join(' ');
  if (element.matches('input, select, textarea')) return element.getAttribute('title') ?? '';
  return (element.textContent?.trim() || element.getAttribute('title')) ?? '';
};
const interactive =
  'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=option], [role=tab], [role=dialog], dialog, [role=listbox], [role=combobox], nav';
for (const element of document.querySelectorAll(interactive)) {
  const hidden = element.closest('[aria-hidden=true]') !== null;
  if (!hidden && isSeen(element) && nameOf(element) === '') tell(element, 'no name');
}

// Ids, and what refers to them.
const ids = new Map();
for (const { id } of document.querySelectorAll('[id]')) ids.set(id, (ids.get(id) ?? 0) + 1);
for (const [id, count] of ids) if (count > 1) faults.push(`the id ${id} is there ${count} times`);
for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant', 'aria-owns', 'for']) {
  for (const element of document.querySelectorAll(`[${name}]`)) {
    for (const id of element.getAttribute(name).split(/\s+/))
      if (id !== '' && !ids.has(id)) tell(element, `${name} names ${id}, which is not there`);
  }
}

// Structure.
for (const option of document.querySelectorAll('[role=option]'))
  if (option.closest('[role=listbox]') === null) tell(option, 'an option outside a listbox');
for (const tab of document.querySelectorAll('[role=tab]'))
  if (tab.closest('[role=tablist]') === null) tell(tab, 'a tab outside a tablist');
if (document.querySelectorAll('[role=status][aria-live]').length !== 1) faults.push('not one live region for announcements');
for (const hidden of document.querySelectorAll('[aria-hidden=true]'))
  if (hidden.querySelector('button, input:not([disabled]), select, a[href], [tabindex="0"]') !== null)
    tell(hidden, 'something to reach inside what is hidden from a screen reader');

// Contrast of every run of text against what it is drawn on.
const channels = (colour) => {
  const [, parts] = /rgba?\(([^)]*)\)/.exec(colour) ?? [null, '0,0,0,0'];
  const [red, green, blue, alpha = 1] = parts.split(/[\s,/]+/).filter(Boolean).map(Number);
  return { red, green, blue, alpha };
};
const over = (top, below) => {
  const mix = (name) => top[name] * top.alpha + below[name] * (1 - top.alpha);
  return { red: mix('red'), green: mix('green'), blue: mix('blue'), alpha: 1 };
};
const groundOf = (element) => {
  const layers = [];
  for (let at = element; at !== null; at = at.parentElement) {
    const ground = channels(getComputedStyle(at).backgroundColor);
    if (ground.alpha > 0) layers.push(ground);
    if (ground.alpha === 1) break;
  }
  return layers.reduceRight((below, top) => over(top, below), { red: 255, green: 255, blue: 255, alpha: 1 });
};
const luminance = ({ red, green, blue }) => {
  const [r, g, b] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
let measured = 0;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
  const element = node.parentElement;
  if (element === null || node.textContent.trim() === '' || element.closest('script, style, .vh, option') !== null) continue;
  // What can't be used now may be fainter.
  if (element.closest(':disabled, [aria-disabled=true]') !== null || !isSeen(element)) continue;
  const style = getComputedStyle(element);
  if (style.clipPath !== 'none') continue;
  const ground = groundOf(element);
  const ink = over(channels(style.color), ground);
  const [dark, light] = [luminance(ink), luminance(ground)].sort((one, other) => one - other);
  const ratio = (light + 0.05) / (dark + 0.05);
  measured += 1;
  if (ratio < least) tell(element, `contrast ${ratio.toFixed(2)} : 1 of ${style.color} on rgb(${ground.red}, ${ground.green}, ${ground.blue})`);
}
if (measured === 0) faults.push('no text was measured');
return [...new Set(faults)];
