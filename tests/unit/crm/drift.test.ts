import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accept, answersToLearn, driftsOf, learn, mostPaths, type ShapeRecord } from "@/lib/crm/drift";

const nothing: ShapeRecord = new Map();

/** Learns answers one after the other, a second apart, from `from` on. */
const learnAll = (record: ShapeRecord, answers: readonly unknown[], from = 0): ShapeRecord =>
	answers.reduce<ShapeRecord>(
		(learned, answer, index) => learn(learned, answer, from + index * 1_000),
		record,
	);

const times = (count: number, answer: unknown): unknown[] => Array.from({ length: count }, () => answer);
const told = (record: ShapeRecord) => driftsOf(record).map(({ path, change }) => `${path} ${change}`);

const customer = { found: true, customer: { name: "Ana", email: "a@b.c", spent: "12.50" } };
const { email: _, ...withoutEmail } = customer.customer;
const noEmail = { found: true, customer: withoutEmail };
const learned = learnAll(nothing, times(answersToLearn, customer));

describe("a field that was always there", () => {
	it("is told when it is gone from three answers in a row, with when", () => {
		expect(told(learnAll(learned, times(2, noEmail), 100_000))).toEqual([]);
		expect(driftsOf(learnAll(learned, times(3, noEmail), 100_000))).toEqual([
			{
				path: "customer.email",
				change: "missing",
				was: ["text"],
				now: [],
				lastGoodAt: (answersToLearn - 1) * 1_000,
				since: 100_000,
			},
		]);
	});

	it("is told no more when it is back, and is optional from then on", () => {
		const back = learnAll(learned, [...times(5, noEmail), customer]);
		expect(told(back)).toEqual([]);
		expect(told(learnAll(back, times(10, noEmail)))).toEqual([]);
	});

	it("is told when its kind changes for good, and not when it does once", () => {
		const number = { found: true, customer: { ...customer.customer, spent: 12.5 } };
		expect(told(learnAll(learned, [number, customer, number, customer, number]))).toEqual([]);
		expect(driftsOf(learnAll(learned, times(3, number), 50_000))).toMatchObject([
			{ path: "customer.spent", change: "kind", was: ["text"], now: ["number"], since: 50_000 },
		]);
	});

	it("may be null", () => {
		const empty = { found: true, customer: { ...customer.customer, email: null } };
		expect(told(learnAll(learned, times(9, empty)))).toEqual([]);
	});

	it("is told once for all that is inside it", () => {
		expect(told(learnAll(learned, times(3, { found: true })))).toEqual(["customer missing"]);
		expect(told(learnAll(learned, times(3, { found: true, customer: [{ name: "Ana" }] })))).toEqual([
			"customer kind",
		]);
	});

	it("is one only after twenty answers", () => {
		const young = learnAll(nothing, times(answersToLearn - 1, customer));
		expect(told(learnAll(young, times(9, noEmail)))).toEqual([]);
	});
});

describe("an optional field", () => {
	it("is never told of", () => {
		const mixed = Array.from({ length: 60 }, (_unused, index) => (index % 7 === 0 ? noEmail : customer));
		expect(told(learnAll(nothing, [...mixed, ...times(30, noEmail)]))).toEqual([]);
	});
});

describe("elements of a list", () => {
	const order = (more: object) => ({
		orders: [
			{ id: 1, total: 5, ...more },
			{ id: 2, total: 6, ...more },
		],
	});

	it("are one: a field is gone when no element has it", () => {
		const known = learnAll(nothing, times(answersToLearn, order({ name: "#1" })));
		expect(told(learnAll(known, times(3, order({}))))).toEqual(["orders[].name missing"]);
	});

	it("that are not there say nothing about their fields", () => {
		const known = learnAll(nothing, times(answersToLearn, order({ name: "#1" })));
		expect(told(learnAll(known, times(9, { orders: [] })))).toEqual([]);
	});

	it("of which some lack a field make it optional", () => {
		const some = { orders: [{ id: 1, name: "#1" }, { id: 2 }] };
		const known = learnAll(nothing, [...times(answersToLearn, order({ name: "#1" })), some]);
		expect(told(learnAll(known, times(9, order({}))))).toEqual([]);
	});
});

it("what is fine is learned anew, with what is inside it", () => {
	const changed = learnAll(learned, times(3, { found: true }));
	const fine = accept(changed, "customer");
	expect([...fine.keys()]).toEqual(["found"]);
	expect(told(learnAll(fine, times(9, { found: true })))).toEqual([]);
	expect(told(accept(learnAll(learned, times(3, noEmail)), "customer.email"))).toEqual([]);
});

it("holds no value, and no name that is one", () => {
	const answer = { "+34612345678": { name: "Ana" }, "ana@example.com": 1, note: "secret text" };
	expect([...learnAll(nothing, [answer]).keys()]).toEqual(["*", "*.name", "note"]);
	expect(JSON.stringify([...learnAll(nothing, [answer])])).not.toMatch(/secret|346|example/);
});

it("stays bounded, and keeps what is always there, when names are made up in every answer", () => {
	let record = nothing;
	for (let round = 0; round < 60; round++) {
		const made = Object.fromEntries(
			Array.from({ length: 40 }, (_unused, index) => [`k${round}x${index}`, 1]),
		);
		record = learn(record, { ...customer, ...made }, round);
	}
	expect(record.size).toBeLessThanOrEqual(mostPaths);
	expect(told(learnAll(record, times(3, { found: true }), 1_000))).toEqual(["customer missing"]);
});

const json = fc.jsonValue({ maxDepth: 4 });

it("the same answer, whatever it is, never drifts", () => {
	fc.assert(
		fc.property(json, fc.integer({ min: 1, max: 40 }), (answer, count) => {
			expect(driftsOf(learnAll(nothing, times(count, answer)))).toEqual([]);
		}),
	);
});

it("the order of names does not matter", () => {
	const turned = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(turned);
		if (typeof value !== "object" || value === null) return value;
		return Object.fromEntries(
			Object.entries(value)
				.toReversed()
				.map(([name, inner]) => [name, turned(inner)]),
		);
	};
	const sorted = (record: ShapeRecord) =>
		[...record]
			.map(([path, { kinds, ...field }]) => [path, { ...field, kinds: kinds.toSorted() }])
			.toSorted();
	const named = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), json, { maxKeys: 8 });
	fc.assert(
		fc.property(fc.array(named, { minLength: 1, maxLength: 30 }), (answers) => {
			const straight = learnAll(nothing, answers);
			// Where there are more fields than are kept, the order decides which.
			fc.pre(straight.size < mostPaths);
			expect(sorted(learnAll(nothing, answers.map(turned)))).toEqual(sorted(straight));
		}),
	);
});

it("never holds more than its limit, and what it holds can be stored and read", () => {
	fc.assert(
		fc.property(fc.array(json, { maxLength: 20 }), (answers) => {
			const record = learnAll(nothing, answers);
			expect(record.size).toBeLessThanOrEqual(mostPaths);
			expect(new Map(JSON.parse(JSON.stringify([...record])))).toEqual(record);
		}),
	);
});
