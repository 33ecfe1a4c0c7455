/** Fewer digits are no international number: the shortest countries have three of their own and four after them. */
export const fewestDigits = 7;

/** Seven digits with no letter or line end among them. Digits and what may be between exclude each other: no backtracking. */
const enoughDigits = /\d(?:[^\da-zA-Z\n]*\d){6}/;
/**
 * Anything from the first decimal digit outside ASCII on (Arabic-Indic, U+0660), without typographic marks and the
 * halves of most emoji, which stand in every other message and are none.
 */
const maybeOtherDigit = /[\u0660-\u1fff\u3000-\ud83b\ud83e-\udbff\ue000-\ufe0e\ufe10-\uffff]/;
const enoughOfAnyScript = /\p{Nd}(?:\P{Nd}*\p{Nd}){6}/u;

/**
 * Whether a text can hold a phone number at all. Most messages don't, and this is all they cost. It never turns away
 * a text that `findPhones` would find something in. Regular expressions, because they are several times faster here
 * than a loop over the characters.
 */
export const mayHoldPhone = (text: string): boolean =>
	enoughDigits.test(text) || (maybeOtherDigit.test(text) && enoughOfAnyScript.test(text));
