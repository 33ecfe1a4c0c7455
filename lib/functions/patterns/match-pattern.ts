import type { Program } from "./compile-pattern";
import type { Place } from "./read-pattern";

/** How many steps may still be made; several matches share one. */
export type Steps = { left: number };

/** So many bits are 32 MB. */
const mostStates = 2 ** 28;

/** Thrown when there are no steps left. */
export class TooManySteps extends Error {}

/**
 * Whether a program finds its pattern anywhere in a text, as `RegExp.prototype.test` does. No step is made twice at the
 * same place, so the time is the pattern's length times the text's, whatever both are (what looks around may cost that
 * much for each place); never more than the steps that are left.
 */
export function matchPattern(program: Program, text: string, steps: Steps): boolean {
	const run = createRun(program, text, steps, false);
	for (let start = 0; start <= text.length; start += sizeAt(text, start)) if (run(start)) return true;
	return false;
}

/** Gives what tells whether the program can be walked to its end from a place of the text; `again`: once it could, too. */
function createRun({ instructions, backwards }: Program, text: string, steps: Steps, again: boolean) {
	const width = text.length + 1;
	const size = instructions.length * width;
	if (size > mostStates) throw new TooManySteps();
	/** Which steps were made where, a bit each: nothing came of them. */
	const made = new Uint32Array(Math.ceil(size / 32));
	const inner = new Map<Program, (from: number) => boolean>();
	const known = new Map<number, boolean>();

	function lookFrom(program: Program, place: number): boolean {
		let run = inner.get(program);
		if (!run) {
			run = createRun(program, text, steps, true);
			inner.set(program, run);
		}
		return run(place);
	}

	function walk(from: number, trail: number[]): boolean {
		const waiting = [from];
		for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
			const bit = 1 << (state % 32);
			const word = Math.floor(state / 32);
			if ((made[word] ?? 0) & bit) continue;
			if (--steps.left < 0) throw new TooManySteps();
			made[word] = (made[word] ?? 0) | bit;
			if (again) trail.push(state);
			const place = state % width;
			const step = (state - place) / width;
			const instruction = instructions[step];
			const next = state + width;
			switch (instruction?.do) {
				case "take": {
					const units = backwards ? sizeBefore(text, place) : sizeAt(text, place);
					const begin = backwards ? place - units : place;
					if (begin < 0 || begin + units > text.length) break;
					if (instruction.fits(text.slice(begin, begin + units)))
						waiting.push(next + (backwards ? -units : units));
					break;
				}
				case "stand":
					if (standsAt(instruction.at, text, place)) waiting.push(next);
					break;
				case "look":
					if (lookFrom(instruction.program, place) === instruction.wanted) waiting.push(next);
					break;
				case "fork": {
					const [first, second] = instruction.ways;
					if (second !== first) waiting.push(second * width + place);
					waiting.push(first * width + place);
					break;
				}
				case "accept":
				case undefined:
					return true;
			}
		}
		return false;
	}

	return (from: number): boolean => {
		const before = known.get(from);
		if (before !== undefined) return before;
		const trail: number[] = [];
		const found = walk(from, trail);
		// Something came of these steps: they may be made again.
		if (found) for (const state of trail) made[Math.floor(state / 32)] = 0;
		known.set(from, found);
		return found;
	};
}

function standsAt(at: Place, text: string, place: number): boolean {
	switch (at) {
		case "start":
			return place === 0;
		case "end":
			return place === text.length;
		case "word-edge":
		case "no-word-edge": {
			const isEdge = isWord(text.charAt(place - 1)) !== isWord(text.charAt(place));
			return isEdge === (at === "word-edge");
		}
	}
}

const isWord = (character: string) => /\w/.test(character);

/** How many units the character at a place has; 1 at the end. */
const sizeAt = (text: string, place: number) => ((text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1);
/** How many units the character before a place has; 1 at the beginning. */
const sizeBefore = (text: string, place: number) =>
	place >= 2 && (text.codePointAt(place - 2) ?? 0) > 0xffff ? 2 : 1;
