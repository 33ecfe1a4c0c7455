import type { SignalFactors } from "./conversation";
import type { Finding } from "./finding";
import type { DismissReason } from "./follow-up";
import { type Signal, signals } from "./signal";

/** No signal is ever silenced by dismissals alone, and none grows beyond what it says of itself. */
export const lowestFactor = 0.3;

/**
 * How much a dismissal lowers the factor of each signal a find was based on. Who bought elsewhere wanted to buy, and what
 * was handled already was found rightly: there is nothing to learn of these.
 */
const steps: Record<DismissReason, number> = {
	"not-a-sale": 0.1,
	"no-interest": 0.05,
	"bought-elsewhere": 0,
	"already-handled": 0,
	other: 0,
};

/** The factors after a dismissal. Words of the user's own keep the weight that was given them. */
export const learnDismissal = (
	factors: SignalFactors,
	finding: Pick<Finding, "evidence">,
	because: DismissReason,
): SignalFactors => moved(factors, finding, -steps[because]);

/** The factors after a dismissal was taken back. */
export const unlearnDismissal = (
	factors: SignalFactors,
	finding: Pick<Finding, "evidence">,
	because: DismissReason,
): SignalFactors => moved(factors, finding, steps[because]);

/** Factors as they were stored; what is none is left out. */
export function readFactors(stored: unknown): SignalFactors {
	const values = typeof stored === "object" && stored !== null ? (stored as Record<string, unknown>) : {};
	return Object.fromEntries(
		signals.flatMap((signal) => {
			const factor = values[signal];
			const isFactor = typeof factor === "number" && factor >= lowestFactor && factor < 1;
			return isFactor ? [[signal, factor] as const] : [];
		}),
	);
}

function moved(factors: SignalFactors, { evidence }: Pick<Finding, "evidence">, step: number): SignalFactors {
	if (step === 0) return factors;
	const after: SignalFactors = { ...factors };
	const basis = new Set<Signal>(
		evidence.filter(({ weight, signal }) => weight > 0 && signal !== "own-word").map(({ signal }) => signal),
	);
	for (const signal of basis) {
		const factor = Math.round(((factors[signal] ?? 1) + step) * 100) / 100;
		if (factor >= 1) delete after[signal];
		else after[signal] = Math.max(lowestFactor, factor);
	}
	return after;
}
