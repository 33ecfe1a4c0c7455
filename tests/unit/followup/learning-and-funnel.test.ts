import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DismissReason, dismissReasons } from "@/lib/followup/follow-up";
import { funnelOf } from "@/lib/followup/funnel";
import { learnDismissal, lowestFactor, readFactors, unlearnDismissal } from "@/lib/followup/learned-weights";
import { dayMs, finding, followUp, noon } from "./follow-up-world";

describe("a dismissal", () => {
	it("lowers the factors of what spoke for the sale a little, and of nothing else", () => {
		expect(learnDismissal({}, finding, "not-a-sale")).toEqual({ "price-asked": 0.9, "quote-sent": 0.9 });
	});

	it("teaches nothing where the find was right", () => {
		for (const because of ["bought-elsewhere", "already-handled", "other"] as const)
			expect(learnDismissal({}, finding, because)).toEqual({});
	});

	it("is forgotten when it is taken back", () => {
		const learned = learnDismissal({ "will-think": 0.8 }, finding, "no-interest");
		expect(unlearnDismissal(learned, finding, "no-interest")).toEqual({ "will-think": 0.8 });
	});

	it("never silences a signal, however many there are", () => {
		const reasons = fc.array(fc.constantFrom(...dismissReasons), { maxLength: 60 });
		fc.assert(
			fc.property(reasons, (all) => {
				const factors = all.reduce((before, because) => learnDismissal(before, finding, because), {});
				for (const factor of Object.values(factors)) {
					expect(factor).toBeGreaterThanOrEqual(lowestFactor);
					expect(factor).toBeLessThan(1);
				}
			}),
		);
	});
});

it("reads stored factors without what is none", () => {
	const stored = { "price-asked": 0.5, "quote-sent": "much", "will-think": 7, nothing: 0.5, unanswered: 0 };
	expect(readFactors(stored)).toEqual({ "price-asked": 0.5 });
	for (const nothing of [undefined, null, 3, "text", []]) expect(readFactors(nothing)).toEqual({});
});

describe("the funnel", () => {
	const all = [
		followUp({ foundAt: noon - 9 * dayMs, id: "old 1" }),
		followUp({ foundAt: noon - dayMs, state: "contacted", contactedAt: noon }),
		followUp({
			foundAt: noon,
			attempt: 2,
			state: "converted",
			contactedAt: noon,
			repliedAt: noon,
			convertedAt: noon,
		}),
		followUp({ foundAt: noon, finding: { ...finding, intentLevel: "medium", productMentioned: null } }),
	];

	it("counts everybody in each stage they came to, by what it is told along", () => {
		const report = funnelOf(all, [], noon - 2 * dayMs);
		expect(report.total).toEqual({ found: 3, contacted: 2, replied: 1, converted: 1 });
		expect(report.byIntent.medium).toEqual({ found: 1, contacted: 0, replied: 0, converted: 0 });
		expect(report.byAttempt["2"]?.converted).toBe(1);
		expect(report.byProduct).toMatchObject({ "mantel de lino": { found: 2 }, "": { found: 1 } });
		expect(Object.keys(report.byDay)).toEqual(["2026-03-03", "2026-03-04"]);
	});

	it("counts each that was left alone once, by what the last run that looked at it left it alone for", () => {
		const left = [
			{ reason: "bought" as const, at: noon },
			{ reason: "bought" as const, at: noon - dayMs },
			{ reason: "too-old" as const, at: noon },
			{ reason: "angry" as const, at: noon - 9 * dayMs },
		];
		expect(funnelOf([], left, noon - 2 * dayMs).skipped).toEqual({ bought: 2, "too-old": 1 });
	});

	it("counts why some were dismissed", () => {
		const dismissed = (dismissedBecause: DismissReason, foundAt = noon) =>
			followUp({ state: "dismissed", dismissedAt: noon, dismissedBecause, foundAt });
		const some = [dismissed("other"), dismissed("other"), dismissed("no-interest"), followUp()];
		const report = funnelOf([...some, dismissed("other", noon - 9 * dayMs)], [], noon - 2 * dayMs);
		expect(report.dismissed).toEqual({ other: 2, "no-interest": 1 });
	});

	it("tells only the products with most finds", () => {
		const many = Array.from({ length: 30 }, (_, index) =>
			followUp({ finding: { ...finding, productMentioned: `lamp ${index % 25}` } }),
		);
		const products = Object.values(funnelOf(many, [], 0).byProduct);
		expect(products).toHaveLength(20);
		expect(products.slice(0, 5).map(({ found }) => found)).toEqual([2, 2, 2, 2, 2]);
	});
});
