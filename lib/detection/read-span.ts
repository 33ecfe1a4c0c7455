import { type DigitGroup, type DigitSpan, digitsOf, partOf, shapeOf } from "./digit-groups";
import { fewestDigits } from "./first-pass";
import type { Label } from "./labels";
import { isCard, isCompactDate, isIpAddress } from "./look-alikes";
import { type ParsedNumber, parseDialled, parseInternational } from "./parse-number";
import type { Region } from "./region";

/** A number in a span. Places are those of the text. */
export type NumberInSpan = ParsedNumber & { start: number; end: number; extension?: string };

/** No number, not even a `00` one, has more. */
const mostDigits = 17;
/** What stands between two numbers rather than inside one, the surest first. */
const partings: ((group: DigitGroup, span: DigitSpan) => boolean)[] = [
	({ separator }) => separator.includes("/"),
	({ separator }) => / -|- |\. |\) ?-|[)\]] ?[([]/.test(separator),
	// 1) 612 345 678
	({ separator }, span) => /^[)\]] /.test(separator) && !hasOpeningBracket(span),
	({ separator }) => separator.includes("  "),
	({ separator }) => /[([]/.test(separator),
];

/**
 * The numbers of a span: the whole of it when that is one; else what is between the strongest separators; else repeated
 * shapes (`612 345 678 600 111 222`), groups that are a number each, or a number with something short behind it.
 */
export function numbersInSpan(
	text: string,
	span: DigitSpan,
	label: Label,
	regions: readonly Region[],
): NumberInSpan[] {
	const { groups } = span;
	const length = groups.reduce((sum, { digits }) => sum + digits.length, 0);
	if (length < fewestDigits) return [];
	if (!span.plus && isCard(groups)) return [];
	const read = (part: DigitSpan) => readNumber(text, part, label, regions);
	if (length <= mostDigits) {
		const whole = read(span);
		if (whole) return [whole];
		if (!span.plus && label !== "phone" && isIpAddress(groups)) return [];
	}
	for (const isParting of partings) {
		const cuts = groups.flatMap((group, index) => (index > 0 && isParting(group, span) ? [index] : []));
		if (cuts.length === 0) continue;
		const parts = [0, ...cuts].map((from, index) => partOf(span, from, cuts[index] ?? groups.length));
		return parts.flatMap((part) => numbersInSpan(text, part, label, regions));
	}
	if (groups.length === 1) return [];
	const several = repeatedShapes(span, read) ?? numbersAlone(span, read);
	return several.length > 0 ? several : numberWithTail(span, read);
}

const hasOpeningBracket = ({ start, groups }: DigitSpan) =>
	groups[0]?.start !== start || groups.some(({ separator }) => /[([]/.test(separator));

type Read = (part: DigitSpan) => NumberInSpan | null;

/** Numbers of the same shape one behind the other, when all of the span is such. */
function repeatedShapes(span: DigitSpan, read: Read): NumberInSpan[] | undefined {
	const shape = shapeOf(span.groups);
	for (let size = 2; size <= Math.min(5, shape.length / 2); size++) {
		if (shape.length % size !== 0 || shape.some((length, index) => length !== shape[index % size])) continue;
		const parts = Array.from({ length: shape.length / size }, (_, index) =>
			read(partOf(span, index * size, (index + 1) * size)),
		);
		const numbers = parts.filter((number) => number !== null);
		if (numbers.length === parts.length) return numbers;
	}
	return undefined;
}

/** Groups between spaces that are a number each: `612345678 600111222`, `612345678 2`. */
function numbersAlone(span: DigitSpan, read: Read): NumberInSpan[] {
	const { groups } = span;
	// The parts of something longer, as an account's, are no numbers.
	if (digitsOf(groups).length > mostDigits && groups.some(({ digits }) => digits.length < fewestDigits))
		return [];
	return groups.flatMap((group, index) => {
		const next = groups[index + 1];
		const standsAlone = (index === 0 || isSpace(group)) && (!next || isSpace(next));
		if (group.digits.length < fewestDigits || !standsAlone) return [];
		return read(partOf(span, index, index + 1)) ?? [];
	});
}

/**
 * A number with other digits behind it: `+34 612 345 678 50`. With a plus any space may be its end, the longest number
 * counts; without, only one short group may follow, because rows of sizes and prices look like numbers too.
 */
function numberWithTail(span: DigitSpan, read: Read): NumberInSpan[] {
	const { groups, plus } = span;
	const least = plus ? 1 : groups.length - 1;
	for (let to = groups.length - 1; to >= least; to--) {
		const first = groups[to];
		if (!first || !isSpace(first)) continue;
		if (!plus && first.digits.length > 2) break;
		const part = partOf(span, 0, to);
		const number = digitsOf(part.groups).length <= mostDigits ? read(part) : null;
		if (number) return [number];
	}
	return [];
}

const isSpace = ({ separator }: DigitGroup) => separator === " ";

function readNumber(
	text: string,
	{ start, plus, groups }: DigitSpan,
	label: Label,
	regions: readonly Region[],
): NumberInSpan | null {
	const digits = digitsOf(groups);
	if (digits.length < fewestDigits) return null;
	if (!plus && label !== "phone" && (isIpAddress(groups) || isCompactDate(groups))) return null;
	const parsed = plus ? parseInternational(digits) : parseDialled(digits, shapeOf(groups), regions);
	const end = groups.at(-1)?.end ?? start;
	return parsed && { ...parsed, ...withExtension(text, end), start: balancedStart(text, start, end) };
}

const extension =
	/^ ?[,;]?(?: ?\(? ?(?:ext(?:ensi[o\u00f3]n|ens[a\u00e3]o|n)?|ramal|interno|int|anexo)[.:]? ?|;ext=|[x#])(\d{1,7})(?![\p{L}\p{Nd}]|[.,:]\d)/iu;

function withExtension(text: string, end: number): { end: number; extension?: string } {
	const match = extension.exec(text.slice(end, end + 32));
	return match ? { end: end + match[0].length, extension: match[1] } : { end };
}

/** Brackets before a number are its own only when they are closed inside it. */
function balancedStart(text: string, start: number, end: number): number {
	const written = text.slice(start, end);
	const opened = written.match(/[([]/g)?.length ?? 0;
	const closed = written.match(/[)\]]/g)?.length ?? 0;
	return opened > closed && /^[([]/.test(written)
		? start + (/^[([] ?/.exec(written)?.[0].length ?? 0)
		: start;
}
