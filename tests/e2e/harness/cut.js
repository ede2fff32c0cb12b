// What can't be seen, read or hit on the page as it is drawn now, because there is no room for it: a list of sentences.
const faults = [];
const tell = (element, what) => {
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 30);
  faults.push(`${what}: <${element.tagName.toLowerCase()} class="${element.className?.baseVal ?? element.className}"> “${text}”`);
};
const modal = document.querySelector('dialog:modal') ?? document.querySelector('[aria-modal=true]');
// The one row that leaves out whole what has no room, and the two lines of a card under a line of the bar.
const MEANT = '.below, .room, .vh, svg, option, [data-announcer]';
const isSeen = (element) => {
  if (modal !== null && !modal.contains(element)) return false;
  if (element.closest(`[inert], ${MEANT}`) !== null) return false;
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
};
const all = [...document.body.querySelectorAll('*')].filter(isSeen);
const clips = (value) => value === 'hidden' || value === 'clip';
const rolls = (value) => value === 'auto' || value === 'scroll';

for (const element of all) {
  const style = getComputedStyle(element);
  if (element.matches('input, textarea, select')) continue;
  if (clips(style.overflowX) && element.scrollWidth > element.clientWidth + 1) {
    const whole = element.closest('[title]:not([title=""]), [role=option][aria-label]') !== null;
    if (style.textOverflow !== 'ellipsis') tell(element, 'cut at the side');
    else if (!whole) tell(element, 'shortened, and nowhere whole');
  }
  if (clips(style.overflowY) && element.scrollHeight > element.clientHeight + 2) tell(element, 'cut below');
}
// A box shows what is typed or chosen as far as it is wide; what it asks for must be readable.
for (const box of document.querySelectorAll('input[placeholder]')) {
  if (!isSeen(box) || box.value !== '' || box.scrollWidth <= box.clientWidth + 1) continue;
  if (!box.hasAttribute('title')) tell(box, `cut is what it asks for, “${box.placeholder.slice(0, 20)}”`);
}

/** Whether it can be rolled into view along this axis, or is shortened by what it stands in, which was looked at. */
const rolledInto = (element, axis) => {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (rolls(style[`overflow${axis}`]) || style.textOverflow === 'ellipsis') return true;
  }
  return false;
};
const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '');
const USED = 'button, input:not(.vh), select, textarea, summary, a[href], [role=option], [role=tab]';
for (const element of all) {
  if (!hasText(element) && !element.matches(USED)) continue;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if ((left < -1 || right > innerWidth + 1) && !rolledInto(element, 'X')) tell(element, `outside at the side, ${Math.round(left)}–${Math.round(right)} of ${innerWidth}`);
  if ((top < -1 || bottom > innerHeight + 1) && !rolledInto(element, 'Y')) tell(element, `outside above or below, ${Math.round(top)}–${Math.round(bottom)} of ${innerHeight}`);
}
// What rolls must be high enough to show a line.
for (const element of all) {
  const style = getComputedStyle(element);
  if (rolls(style.overflowY) && element.scrollHeight > element.clientHeight + 1 && element.clientHeight < 40) tell(element, `only ${element.clientHeight} pixels to roll in`);
}
const isSticky = (element) => {
  for (let at = element; at !== null; at = at.parentElement) if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
  return false;
};
for (const element of all.filter((one) => one.matches(USED))) {
  const { left, top, width, height } = element.getBoundingClientRect();
  for (const [x, y] of [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5]]) {
    const hit = document.elementFromPoint(left + width * x, top + height * y)?.closest(USED);
    if (hit === null || hit === undefined || hit === element || hit.contains(element) || element.contains(hit) || isSticky(hit)) continue;
    // What is rolled out of its pane lies behind others, and is not drawn.
    let pane = element.parentElement;
    while (pane !== null && !rolls(getComputedStyle(pane).overflowY) && !clips(getComputedStyle(pane).overflowY)) pane = pane.parentElement;
    const edge = pane?.getBoundingClientRect();
    if (edge !== undefined && (top + height * y > edge.bottom || top + height * y < edge.top || left + width * x > edge.right)) continue;
    tell(element, `under <${hit.tagName.toLowerCase()} class="${hit.className}"> “${hit.textContent.trim().slice(0, 20)}”`);
    break;
  }
}
return [...new Set(faults)];
