import type { Circumstance } from "./circumstances";
import type { SignalFactors } from "./conversation";
import type { Evidence } from "./finding";
import type { Claim } from "./story";
import { signalWeights } from "./weights";

/** Of a direction that the page did not tell, half counts. */
const unsure = 0.5;

/** Evidence with its weights, strongest first, and the score: their sum, but never below 0 or above 1. */
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
	all.sort((a, b) => b.weight - a.weight);
	const sum = all.reduce((total, { weight }) => total + weight, 0);
	return { evidence: all, score: rounded(Math.min(1, Math.max(0, sum))) };
}

/** A factor as it counts: 0 to 2, and 1 where it is no number. */
const factorOf = (factor: number | undefined): number =>
	factor === undefined || !Number.isFinite(factor) ? 1 : Math.min(2, Math.max(0, factor));

/** In thousandths, so that sums are what they look like. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;
