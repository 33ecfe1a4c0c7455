import { localDay } from "./crm-evidence";
import type { FollowUp, FollowUpRun, FunnelCounts, FunnelReport, SkipReason } from "./follow-up";

const mostProducts = 20;

/**
 * What came of the follow-ups that were found since a moment (ms since the epoch), and why the runs since then left others
 * alone. Each stage counts whoever came so far: who replied was contacted. A product that was not named is the empty text.
 */
export function funnelOf(
	followUps: readonly FollowUp[],
	runs: readonly FollowUpRun[],
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
		skipped: skippedIn(runs.filter(({ startedAt }) => startedAt >= since)),
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

function skippedIn(runs: readonly FollowUpRun[]): Partial<Record<SkipReason, number>> {
	const sums: Partial<Record<SkipReason, number>> = {};
	for (const { skipped } of runs) {
		for (const [reason, count] of Object.entries(skipped) as [SkipReason, number][])
			sums[reason] = (sums[reason] ?? 0) + count;
	}
	return sums;
}
