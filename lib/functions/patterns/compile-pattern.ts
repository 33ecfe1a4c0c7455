import { fail, ok, type Result } from "@/lib/core/result";
import { type PatternFailure, type PatternNode, type Place, readPattern } from "./read-pattern";

/** A step of a program; one that names no other goes on to the one behind it. */
export type Instruction =
	| { do: "take"; fits(character: string): boolean }
	| { do: "stand"; at: Place }
	| { do: "look"; program: Program; wanted: boolean }
	| { do: "fork"; ways: readonly [number, number] }
	| { do: "accept" };

/** A pattern as steps through a text, in one direction. */
export type Program = { backwards: boolean; instructions: Instruction[] };

const mostInstructions = 5_000;

/** Makes a program of a valid pattern. What is counted (`a{3}`) is written out, so its size is limited. */
export function compilePattern(pattern: string): Result<Program, PatternFailure> {
	const read = readPattern(pattern);
	if (!read.ok) return read;
	let left = mostInstructions;

	/** False when there is no room left. */
	function write(node: PatternNode, program: Program): boolean {
		// Counts the empty parts too: there may be a billion of them.
		if (--left < 0) return false;
		const { instructions: to, backwards } = program;
		switch (node.kind) {
			case "one":
				to.push({ do: "take", fits: node.fits });
				return true;
			case "place":
				to.push({ do: "stand", at: node.at });
				return true;
			case "look": {
				const inner: Program = { backwards: node.backwards, instructions: [] };
				to.push({ do: "look", program: inner, wanted: node.wanted });
				if (!write(node.at, inner)) return false;
				inner.instructions.push({ do: "accept" });
				return true;
			}
			case "all":
				return (backwards ? node.parts.toReversed() : node.parts).every((part) => write(part, program));
			case "any":
				return writeOptions(node.options, program);
			case "repeat":
				return writeRepeated(node, program);
		}
	}

	function writeOptions([first, ...others]: PatternNode[], program: Program): boolean {
		if (!first) return true;
		if (others.length === 0) return write(first, program);
		const to = program.instructions;
		const fork = to.length;
		to.push({ do: "accept" });
		if (!write(first, program)) return false;
		const jump = to.length;
		to.push({ do: "accept" });
		to[fork] = { do: "fork", ways: [fork + 1, to.length] };
		if (!writeOptions(others, program)) return false;
		to[jump] = { do: "fork", ways: [to.length, to.length] };
		return true;
	}

	function writeRepeated(
		{ part, least, most }: Extract<PatternNode, { kind: "repeat" }>,
		program: Program,
	): boolean {
		for (let count = 0; count < least; count++) if (!write(part, program)) return false;
		const to = program.instructions;
		if (most === Number.POSITIVE_INFINITY) {
			const fork = to.length;
			to.push({ do: "accept" });
			if (!write(part, program)) return false;
			to.push({ do: "fork", ways: [fork, fork] });
			to[fork] = { do: "fork", ways: [fork + 1, to.length] };
			return true;
		}
		const forks: number[] = [];
		for (let count = least; count < most; count++) {
			forks.push(to.length);
			to.push({ do: "accept" });
			if (!write(part, program)) return false;
		}
		for (const fork of forks) to[fork] = { do: "fork", ways: [fork + 1, to.length] };
		return true;
	}

	const program: Program = { backwards: false, instructions: [] };
	if (!write(read.value, program)) return fail({ reason: "too-large" });
	program.instructions.push({ do: "accept" });
	return ok(program);
}
