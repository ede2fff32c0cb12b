// What is wrong with where the cursor is now: outside the dialog, unseen, or without a ring that can be seen in every
// theme. Called with the selector of the dialog; answers with the faults and a name for the place.
const [within] = arguments;
const LEAST = 3;
const dialog = document.querySelector(within);
const here = document.activeElement;
const faults = [];
const name = `<${here.tagName.toLowerCase()} class="${here.className}"> “${(here.getAttribute('aria-label') ?? here.textContent).replace(/\s+/g, ' ').trim().slice(0, 30)}”`;
if (dialog === null || !dialog.contains(here)) return { faults: [`the cursor is outside, on ${name}`], name, place: -1 };

const channels = (colour) => {
  const [red, green, blue, alpha = 1] = (/rgba?\(([^)]*)\)/.exec(colour)?.[1] ?? '0,0,0,0').split(/[\s,/]+/).filter(Boolean).map(Number);
  return { red, green, blue, alpha };
};
const over = (top, below) => {
  const mix = (part) => top[part] * top.alpha + below[part] * (1 - top.alpha);
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
  const [r, g, b] = [red, green, blue].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratioOf = (colour, ground) => {
  const [dark, light] = [luminance(over(colour, ground)), luminance(ground)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
};
/** How well the rings around an element stand out: its outline, and shadows of two pixels or more without a blur. */
const ringOf = (element) => {
  if (element === null || element === dialog) return 1;
  const style = getComputedStyle(element);
  const ground = groundOf(element.parentElement);
  const rings = style.boxShadow.split(/,(?![^(]*\))/).flatMap((shadow) => {
    const [, , blur = 0, spread = 0] = shadow.replace(/rgba?\([^)]*\)/, '').trim().split(/\s+/).map(parseFloat);
    return blur === 0 && spread >= 1 ? [ratioOf(channels(shadow), ground), ratioOf(channels(shadow), groundOf(element))] : [];
  });
  if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) rings.push(ratioOf(channels(style.outlineColor), ground));
  return Math.max(1, ...rings);
};
const { width, height } = here.getBoundingClientRect();
if (!here.matches('.vh') && (width < 2 || height < 2)) faults.push(`the cursor is on something unseen, ${name}`);
if (here.closest('[aria-hidden=true]') !== null) faults.push(`the cursor is on something hidden from a screen reader, ${name}`);
const root = document.documentElement;
const drawn = root.dataset.theme;
const still = new CSSStyleSheet();
still.replaceSync('*, *::before, *::after { transition: none !important }');
document.adoptedStyleSheets = [still];
for (const theme of ['light', 'dark', 'contrast']) {
  root.dataset.theme = theme;
  // A dialog that is only read has the cursor on itself.
  if (here === dialog || !here.matches(':focus-visible')) continue;
  const ring = Math.max(ringOf(here), here.matches('.vh') ? ringOf(here.nextElementSibling) : 1, ringOf(here.parentElement));
  if (ring < LEAST) faults.push(`${theme}: the ring of ${ring.toFixed(2)} : 1 is faint around ${name}`);
}
root.dataset.theme = drawn;
return { faults, name, place: [...dialog.querySelectorAll('*')].indexOf(here) };
