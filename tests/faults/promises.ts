import type { Arrival } from "./receiver";

/** What is promised of every event, and how far it was kept. */
export type Verdict = {
	expected: number;
	arrived: number;
	/** Requests that brought an event again. */
	repeated: number;
	/** Phones whose event never came. */
	lost: string[];
	/** What else was promised and not kept, in a sentence each. */
	broken: string[];
};

/**
 * Holds the arrivals against what the contract promises (docs/contract.md, section 4): each event at least once, always
 * with the same id and body, every signature right, and the events of one conversation in order. `expected` are the
 * phones by conversation, in the order they were seen. An event that failed three times may be overtaken.
 */
export function judge(arrivals: readonly Arrival[], expected: readonly (readonly string[])[]): Verdict {
	const broken: string[] = [];
	const byId = new Map<string, Arrival[]>();
	for (const arrival of arrivals) byId.set(arrival.id, [...(byId.get(arrival.id) ?? []), arrival]);
	for (const [id, same] of byId) {
		const [first] = same;
		if (same.some(({ body }) => body !== first?.body)) broken.push(`${id} came with different bodies.`);
	}
	const idsByPhone = new Map<string, Set<string>>();
	for (const { phone, id } of arrivals)
		idsByPhone.set(phone, new Set([...(idsByPhone.get(phone) ?? []), id]));
	for (const [phone, ids] of idsByPhone)
		if (ids.size > 1) broken.push(`${phone} came with ${ids.size} different ids.`);
	const unverified = arrivals.filter(({ verified }) => !verified).length;
	if (unverified > 0) broken.push(`${unverified} requests had a signature that is wrong.`);

	const taken = arrivals.filter(({ status }) => status !== undefined && status >= 200 && status <= 299);
	const lost = expected.flat().filter((phone) => !taken.some((arrival) => arrival.phone === phone));
	for (const phones of expected) {
		const order = phones.map((phone) => taken.findIndex((arrival) => arrival.phone === phone));
		for (const [index, place] of order.entries()) {
			const before = order[index - 1];
			if (before !== undefined && before >= 0 && place >= 0 && place < before)
				broken.push(`${phones[index]} came before ${phones[index - 1]}, which was seen earlier.`);
		}
	}
	return {
		expected: expected.flat().length,
		arrived: expected.flat().length - lost.length,
		repeated: arrivals.length - byId.size,
		lost,
		broken,
	};
}
