import type { Translate } from '../i18n/translate.ts';

/** Fields that were given a sentence of ours, which holds until something in their form is changed. */
const told = new Set<Control>();
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/**
 * What a browser finds wrong with a field as its form is sent, it says in its own words and in the language of its menus: here it says ours, in the
 * reader's, at the same place. Gives back how this is ended.
 */
export function speakForBrowser(t: Translate, words: 'web' | 'appeal' = 'web'): () => void {
  const speak = ({ target }: Event) => {
    if (!isControl(target)) return;
    target.setCustomValidity('');
    target.setCustomValidity(sentence((key, params) => t(`${words}.invalid.${key}`, params), target));
    told.add(target);
  };
  // A field that was mended, by hand or by the page, would else stay wrong for good: what is wrong is found anew with each sending.
  const forget = () => {
    for (const control of told) control.setCustomValidity('');
    told.clear();
  };
  const events = ['input', 'change', 'click', 'keydown'] as const;
  document.addEventListener('invalid', speak, true);
  for (const event of events) document.addEventListener(event, forget, true);
  return () => {
    document.removeEventListener('invalid', speak, true);
    for (const event of events) document.removeEventListener(event, forget, true);
  };
}

function sentence(say: Translate, control: Control): string {
  const { validity, value } = control;
  const field = nameOf(control);
  const type = control instanceof HTMLInputElement ? control.type : '';
  const { min = '', max = '' } = control instanceof HTMLInputElement ? control : {};
  const number =
    type === 'number' &&
    (validity.badInput || validity.rangeUnderflow || validity.rangeOverflow || validity.stepMismatch);
  // Such as money: what has parts is not asked for in whole ones.
  const parts = control instanceof HTMLInputElement && control.step === 'any';
  if (number)
    return say(`number${min && max ? '-between' : !min ? '' : parts ? '-least-of-parts' : '-least'}`, {
      field,
      min,
      max,
    });
  if (type === 'time' && validity.badInput) return say('time', { field });
  if (validity.valueMissing)
    return say(['radio', 'checkbox', 'select-one', 'file'].includes(control.type) ? 'choose' : 'missing', { field });
  if (validity.typeMismatch) return say(type === 'email' ? 'email' : 'url', { typed: value });
  if (validity.tooShort) return say('short', { field, n: (control as HTMLInputElement).minLength });
  if (validity.patternMismatch && /\\d\{6\}/u.test((control as HTMLInputElement).pattern)) return say('six', { field });
  return say('other', { field });
}

/** What the page calls it. */
function nameOf(control: Control): string {
  const group = control.type === 'radio' ? control.closest('fieldset')?.querySelector('legend') : null;
  const label = control.labels?.[0];
  const own = label?.contains(control) ? (label.querySelector('span') ?? label) : label;
  return (group ?? own)?.textContent?.trim() || control.getAttribute('aria-label') || control.name;
}
