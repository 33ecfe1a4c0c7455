import { localDay } from "./crm-evidence";
import type { FollowUp, FunnelCounts, FunnelReport } from "./follow-up";
import type { LeftAlone } from "./kept-conversation";

const mostProducts = 20;

/**
 * What came of the follow-ups that were found since a moment (ms since the epoch), and why the others that were looked at
 * since then were left alone. Each stage counts whoever came so far: who replied was contacted. A product that was not named is the empty text.
 */
export function funnelOf(
	followUps: readonly FollowUp[],
	left: readonly LeftAlone[],
	since: number,
): FunnelReport {
	const counted = followUps.filter(({ foundAt }) => foundAt >= since);
	const by = (keyOf: (followUp: FollowUp) => string) => countsBy(counted, keyOf);
	const products = Object.entries(by(({ finding }) => finding.productMentioned ?? ""))
		.toSorted(([, one], [, other]) => other.found - one.found)
		.slice(0, mostProducts);
	return {
		total: counted.reduce(withOne, none),
		byIntent: by(({ finding }) => finding.intentLevel),
		byAttempt: by(({ attempt }) => String(attempt)),
		byProduct: Object.fromEntries(products),
		byDay: by(({ foundAt }) => localDay(foundAt)),
		dismissed: numbersOf(counted.flatMap(({ dismissedBecause }) => dismissedBecause ?? [])),
		skipped: numbersOf(left.filter(({ at }) => at >= since).map(({ reason }) => reason)),
	};
}

const none: FunnelCounts = { found: 0, contacted: 0, replied: 0, converted: 0 };

function withOne(counts: FunnelCounts, { contactedAt, repliedAt, convertedAt }: FollowUp): FunnelCounts {
	return {
		found: counts.found + 1,
		contacted: counts.contacted + Number(contactedAt !== undefined),
		replied: counts.replied + Number(repliedAt !== undefined),
		converted: counts.converted + Number(convertedAt !== undefined),
	};
}

function countsBy(
	followUps: readonly FollowUp[],
	keyOf: (followUp: FollowUp) => string,
): Record<string, FunnelCounts> {
	const counts = new Map<string, FunnelCounts>();
	for (const followUp of followUps.toSorted((one, other) => one.foundAt - other.foundAt)) {
		const key = keyOf(followUp);
		counts.set(key, withOne(counts.get(key) ?? none, followUp));
	}
	return Object.fromEntries(counts);
}

function numbersOf<Name extends string>(names: readonly Name[]): Partial<Record<Name, number>> {
	const numbers: Partial<Record<Name, number>> = {};
	for (const name of names) numbers[name] = (numbers[name] ?? 0) + 1;
	return numbers;
}
