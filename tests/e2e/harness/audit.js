// What a person with a screen reader, or with weak sight, would miss on the page as it is now: a list of sentences.
// Names and structure are asked once, contrast in every theme.
const THEMES = { light: 4.5, dark: 4.5, contrast: 7 };
/** Edges of controls and icons, in every theme. */
const EDGE = 3;
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
// What lies behind a modal dialog is neither read nor reached.
const modal = document.querySelector('dialog:modal');
const isReached = (element) => modal === null || modal.contains(element);

// Names.
const textOf = (id) => document.getElementById(id)?.textContent?.trim() ?? '';
const nameOf = (element) => {
  const by = element.getAttribute('aria-labelledby');
  if (by !== null) return by.split(/\s+/).map(textOf).join(' ').trim();
  const label = element.getAttribute('aria-label')?.trim();
  if (label) return label;
  if (element.labels?.length > 0) return [...element.labels].map((one) => one.textContent.trim()).join(' ');
  if (element.matches('input, select, textarea')) return element.getAttribute('title') ?? '';
  if (element.matches('fieldset')) return element.querySelector(':scope > legend')?.textContent.trim() ?? '';
  return (element.textContent?.trim() || element.getAttribute('title')) ?? '';
};
const interactive =
  'button, a[href], input:not([type=hidden]), select, textarea, summary, fieldset, table:not(:has(caption)) th select, [role=option], [role=tab], [role=dialog], dialog, [role=listbox], [role=combobox], [role=group], [role=toolbar], [role=img], [role=progressbar], progress, nav';
for (const element of document.querySelectorAll(interactive)) {
  const hidden = element.closest('[aria-hidden=true]') !== null;
  if (!hidden && isSeen(element) && nameOf(element) === '') tell(element, 'no name');
}
for (const element of document.querySelectorAll('dialog, nav, [role=listbox], [role=group], [role=toolbar], [role=dialog], section[aria-label]'))
  if (isSeen(element) && !element.hasAttribute('aria-label') && !element.hasAttribute('aria-labelledby')) tell(element, 'no name of its own');
for (const svg of document.querySelectorAll('svg'))
  if (svg.closest('[aria-hidden=true]') === null && svg.getAttribute('role') !== 'img') tell(svg, 'a picture that is neither named nor hidden');

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
const REACHED = 'button, input:not([disabled]), select, textarea, a[href], [tabindex="0"]';
for (const option of document.querySelectorAll('[role=option]'))
  if (option.closest('[role=listbox]') === null) tell(option, 'an option outside a listbox');
for (const tab of document.querySelectorAll('[role=tab]'))
  if (tab.closest('[role=tablist]') === null) tell(tab, 'a tab outside a tablist');
for (const whole of document.querySelectorAll('[role=option], button, [role=tab], [role=img]'))
  if (whole.querySelector(REACHED) !== null) tell(whole, 'something to reach inside what is read as one');
for (const row of document.querySelectorAll('[aria-selected]'))
  if (!row.matches('[role=option], [role=tab]') && row.closest('[role=grid], [role=treegrid]') === null) tell(row, 'selected, but nothing that can be');
const live = [...document.querySelectorAll('[data-announcer]')].filter((one) => isReached(one) && one.closest('[inert]') === null);
if (live.length !== 1) faults.push(`${live.length} live regions for announcements within reach`);
else if (live[0].getAttribute('role') !== 'status' || live[0].getAttribute('aria-live') !== 'polite') tell(live[0], 'a live region that is not live');
for (const hidden of document.querySelectorAll('[aria-hidden=true]'))
  if (hidden.querySelector(REACHED) !== null) tell(hidden, 'something to reach inside what is hidden from a screen reader');
// Where the keyboard gets, the eye gets too; the box behind a drawn choice is the only one that is unseen.
for (const element of document.querySelectorAll(`${REACHED}, summary`)) {
  if (!isReached(element) || element.closest('[inert], :disabled, [tabindex="-1"]') !== null || element.matches('.vh')) continue;
  if (element.checkVisibility() && !isSeen(element)) tell(element, 'the keyboard gets there, and nothing is seen');
}
const headings = [...document.querySelectorAll('h1')].filter((one) => one.closest('[inert]') === null);
if (modal === null && document.querySelector('[aria-modal=true]') === null && headings.length !== 1) faults.push(`${headings.length} headings of the page`);
if (document.documentElement.lang === '') faults.push('the page has no language');

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
const above = (element) => element.parentElement ?? (element.getRootNode() instanceof ShadowRoot ? element.getRootNode().host : null);
const groundOf = (element) => {
  const layers = [];
  for (let at = element; at !== null; at = above(at)) {
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
const ratioOf = (colour, ground) => {
  const [dark, light] = [luminance(over(colour, ground)), luminance(ground)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
};
let measured = 0;
const hidden = '.vh, option, :disabled, [aria-disabled=true]';
const measure = (element, colour, text, least, theme) => {
  const ground = groundOf(element);
  const ratio = ratioOf(channels(colour), ground);
  measured += 1;
  if (ratio < least) tell(element, `${theme} contrast ${ratio.toFixed(2)} : 1 of “${text.trim().slice(0, 20)}” ${colour} on rgb(${ground.red}, ${ground.green}, ${ground.blue})`);
};
/** The texts under a root, those in shadow trees too. */
const textsIn = function* (root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.shadowRoot !== null) yield* textsIn(node.shadowRoot);
    } else if (node.textContent.trim() !== '' && node.parentElement !== null) yield node;
  }
};
const contrast = (theme, least) => {
  for (const node of textsIn(document.body)) {
    const element = node.parentElement;
    // What can't be used now may be fainter.
    if (element.closest(`script, style, ${hidden}`) !== null || !isSeen(element)) continue;
    const style = getComputedStyle(element);
    if (style.clipPath === 'none') measure(element, style.color, node.textContent, least, theme);
  }
  for (const box of document.querySelectorAll('input:not([type=radio], [type=checkbox]), select, textarea')) {
    if (!isSeen(box) || box.closest(hidden) !== null) continue;
    const said = box.matches('select') ? box.selectedOptions[0]?.textContent ?? '' : box.value;
    if (said !== '') measure(box, getComputedStyle(box).color, said, least, theme);
    else if (box.placeholder) measure(box, getComputedStyle(box, '::placeholder').color, box.placeholder, least, theme);
  }
  // A box to type into is known by its edge, by the edge of what is drawn around it, or by its ground.
  const edgeOf = (box) => {
    const style = getComputedStyle(box);
    const around = groundOf(above(box));
    const edges = ['Top', 'Bottom'].map((side) => (parseFloat(style[`border${side}Width`]) > 0 ? ratioOf(channels(style[`border${side}Color`]), around) : 1));
    return Math.max(...edges, ratioOf(groundOf(box), around));
  };
  for (const box of document.querySelectorAll('input, select, textarea, .btn:not(.ghost, .primary)')) {
    // What the system draws has no edge of the page's.
    if (!isSeen(box) || box.closest(hidden) !== null || (box.type === 'radio' && getComputedStyle(box).appearance !== 'none')) continue;
    const edge = Math.max(edgeOf(box), edgeOf(box.parentElement));
    if (edge < EDGE) tell(box, `${theme} faint edge ${edge.toFixed(2)} : 1`);
  }
  // A button that is only an icon is known by it.
  for (const icon of document.querySelectorAll('button svg, summary svg')) {
    if (!isSeen(icon) || icon.closest(hidden) !== null) continue;
    const ratio = ratioOf(channels(getComputedStyle(icon).color), groundOf(icon));
    if (ratio < EDGE) tell(icon.closest('button, summary'), `${theme} faint icon ${ratio.toFixed(2)} : 1`);
  }
};
const root = document.documentElement;
const drawn = root.dataset.theme;
// Colours must not be read half way, nor the way back be under way when the page is looked at next.
const still = new CSSStyleSheet();
still.replaceSync('*, *::before, *::after { transition: none !important }');
document.adoptedStyleSheets = [still];
for (const [theme, least] of Object.entries(THEMES)) {
  root.dataset.theme = theme;
  contrast(theme, least);
}
root.dataset.theme = drawn;
if (measured === 0) faults.push('no text was measured');
return [...new Set(faults)];
