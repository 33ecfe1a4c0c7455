import type { Circumstance } from "./circumstances";
import type { SignalFactors } from "./conversation";
import type { Evidence } from "./finding";
import type { Claim } from "./story";
import { signalWeights } from "./weights";

/** Of a direction that the page did not tell, half counts. */
const unsure = 0.5;

/**
 * Evidence with its weights, strongest first, and the score: their sum. The score stays between 0 and 1: what goes
 * beyond 1 is taken off the weakest.
 */
export function weigh(
	claims: Iterable<Claim>,
	circumstances: readonly Circumstance[],
	factors: SignalFactors = {},
): { evidence: Evidence[]; score: number } {
	const all: Evidence[] = [];
	const add = (evidence: Evidence) => {
		const weight = rounded(evidence.weight * factorOf(factors[evidence.signal]));
		if (weight !== 0) all.push({ ...evidence, weight });
	};
	for (const { signal, messageId, sentence, isUnsure } of claims) {
		add({ signal, weight: signalWeights[signal] * (isUnsure ? unsure : 1), messageId, sentence });
	}
	for (const { weight, ...circumstance } of circumstances) {
		add({ ...circumstance, weight: weight ?? signalWeights[circumstance.signal] });
	}
	// What speaks against it first takes from the room there is, then the strongest fill it.
	all.sort((a, b) => b.weight - a.weight);
	const against = all.reduce((sum, { weight }) => sum + Math.min(weight, 0), 0);
	let room = rounded(1 - against);
	const counted: Evidence[] = [];
	for (const evidence of all) {
		const weight = evidence.weight > 0 ? rounded(Math.min(evidence.weight, room)) : evidence.weight;
		if (evidence.weight > 0) room = rounded(room - weight);
		if (weight !== 0) counted.push({ ...evidence, weight });
	}
	const sum = rounded(counted.reduce((total, { weight }) => total + weight, 0));
	return { evidence: counted, score: sum };
}

/** A factor as it counts: 0 to 2, and 1 where it is no number. */
const factorOf = (factor: number | undefined): number =>
	factor === undefined || !Number.isFinite(factor) ? 1 : Math.min(2, Math.max(0, factor));

/** In thousandths, so that sums are what they look like. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
