/** Where the two halves of a hash begin, which is all that tells them apart. */
const beginnings = [0x811c9dc5, 0x01234567];
const fnvPrime = 0x01000193;

/**
 * A short name for a text, in 16 hex digits: FNV-1a over its UTF-16 units, twice. Equal texts have equal names, and two
 * others almost never. For keys, not for secrets: it hides nothing from anybody.
 */
export const shortHash = (text: string): string =>
	beginnings.map((beginning) => fnv(text, beginning).toString(16).padStart(8, "0")).join("");

function fnv(text: string, beginning: number): number {
	let hash = beginning;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), fnvPrime);
	return hash >>> 0;
}
