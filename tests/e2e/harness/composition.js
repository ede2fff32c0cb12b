// The events of an input method, in the order and with the values that WebKitGTK gives them.
const [selector, act, text] = arguments;
const box = document.querySelector(selector);
box.focus();

const fire = (event) => box.dispatchEvent(event);
const composition = (type, data) => fire(new CompositionEvent(type, { data, bubbles: true, cancelable: true }));
const input = (inputType, data, isComposing) =>
  fire(new InputEvent('input', { inputType, data, isComposing, bubbles: true }));
const key = (name) => {
  const event = new KeyboardEvent('keydown', { key: name, code: name, isComposing: true, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'keyCode', { value: 229 });
  fire(event);
};

if (act === 'compose') {
  key('Process');
  composition('compositionstart', '');
  for (let length = 1; length <= text.length; length += 1) {
    const letters = text.slice(0, length);
    composition('compositionupdate', letters);
    box.value = letters;
    input('insertCompositionText', letters, true);
  }
} else if (act === 'commit') {
  composition('compositionupdate', text);
  box.value = text;
  input('insertFromComposition', text, true);
  composition('compositionend', text);
} else {
  key(text);
}
